package dev.wsksim.wsk.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.WskFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry of the interface is complete and agrees with the headers. */
class InterfaceItemsTest {

    @Test
    void all_hasAsManyAsTheDocumentation() {
        assertThat(InterfaceItems.of(ItemKind.FUNCTION)).hasSize(WskFunction.values().length + 2);
        assertThat(InterfaceItems.of(ItemKind.CALLBACK)).hasSize(8);
        assertThat(InterfaceItems.of(ItemKind.CLIENT_CONTROL_CODE)).hasSize(7);
        assertThat(InterfaceItems.of(ItemKind.EVENT_FLAG)).hasSize(6);
        assertThat(InterfaceItems.of(ItemKind.CATEGORY_FLAG)).hasSize(5);
        assertThat(InterfaceItems.of(ItemKind.STRUCTURE).stream()
                        .filter(item -> item.page().startsWith("ns-wsk-")))
                .as("the pages of structures")
                .hasSize(27);
    }

    @Test
    void headerConstants_areAllItems_andEveryNumberIsThere() {
        ImmutableList<String> named =
                InterfaceItems.all().stream().map(InterfaceItem::name).collect(toImmutableList());
        assertThat(named).containsAll(HeaderConstants.names());

        assertThat(InterfaceItems.all())
                .filteredOn(item -> item.kind().name().endsWith("_FLAG")
                        || item.kind().name().endsWith("_OPTION")
                        || item.kind() == ItemKind.CLIENT_CONTROL_CODE
                        || item.kind() == ItemKind.IOCTL)
                .allMatch(item -> item.value().isPresent())
                .noneMatch(item -> item.valueText().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "WSK_FLAG_STREAM_SOCKET, 0x8, WINDOWS_10_1703",
        "WSK_EVENT_DISABLE, 0x80000000, WINDOWS_VISTA",
        "SIO_WSK_SET_TCP_SILENT_MODE, 0x2F000007, WINDOWS_8",
        "SIO_WSK_REGISTER_EXTENSION, 0xCF000002, WINDOWS_VISTA",
        "SO_EXCLUSIVEADDRUSE, 0xFFFFFFFB, WINDOWS_VISTA",
        "SO_WSK_EVENT_CALLBACK, 0x4002, WINDOWS_VISTA",
        "IPV6_V6ONLY, 27, WINDOWS_VISTA",
        "TCP_FASTOPEN, 15, WINDOWS_10_1607",
        "MSG_MCAST, 0x800, WINDOWS_VISTA",
        "WSK_TDI_BEHAVIOR, 8, WINDOWS_VISTA",
        "SIO_QUERY_RSS_SCALABILITY_INFO, 0x580000D2, WINDOWS_VISTA",
        "SIO_LOOPBACK_FAST_PATH, 0x98000010, WINDOWS_8"
    })
    void byName_hasNumberAndRelease(String name, String value, WindowsRelease since) {
        InterfaceItem item = InterfaceItems.byName(name).orElseThrow();
        assertThat(item.valueText()).isEqualTo(value);
        assertThat(item.since()).isEqualTo(since);
    }

    @Test
    void callbacks_nameFlagsAndTablesThatAreItems() {
        for (WskCallback callback : WskCallback.values()) {
            assertThat(WskCallback.byName(callback.name())).contains(callback);
            assertThat(callback.flags())
                    .allMatch(flag -> InterfaceItems.byName(flag).isPresent());
            assertThat(InterfaceItems.byName(callback.table())).isPresent();
            assertThat(callback.parameters().contains("Flags"))
                    .isEqualTo(!callback.flags().isEmpty());
            assertThat(callback.legalReturns()).isNotEmpty();
        }
    }

    @Test
    void item_reasonGoesWithBeingLeftOut() {
        assertThatThrownBy(() -> Row.reserved(ItemKind.FUNCTION, "WskSendEx", WindowsRelease.WINDOWS_VISTA, "page", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WskSendEx");
        assertThatThrownBy(() -> new InterfaceItem(
                        "WskBind", ItemKind.FUNCTION, WindowsRelease.WINDOWS_VISTA, Support.FULL, "why", "page"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void releases_laterOnesHaveWhatEarlierOnesHad() {
        assertThat(WindowsRelease.WINDOWS_7.has(WskFunction.WskGetNameInfo.since()))
                .isTrue();
        assertThat(WindowsRelease.WINDOWS_7.has(WskFunction.WskSendMessages.since()))
                .isFalse();
        assertThat(WindowsRelease.WINDOWS_11.has(WskFunction.WskConnectEx.since()))
                .isTrue();
    }
}
