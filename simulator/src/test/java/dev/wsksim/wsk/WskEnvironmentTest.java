package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Profile;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.registry.InterfaceItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the WSK of a Windows has, and what a driver meets that takes more for granted. */
class WskEnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "WINDOWS_VISTA, WskGetAddressInfo",
        "WINDOWS_VISTA, WskFreeAddressInfo",
        "WINDOWS_VISTA, WskGetNameInfo",
        "WINDOWS_7, WskSendMessages",
        "WINDOWS_7, WskListen",
        "WINDOWS_8, WskConnectEx",
        "WINDOWS_10_1607, WskListen"
    })
    void requireMember_tableOfAnOlderWindows_bugCheckNamesMemberAndRelease(
            WindowsRelease release, WskFunction function) {
        WskWorld.play(world -> {
            WskEnvironment older = of(world, release);
            assertThatThrownBy(() -> older.requireMember(function))
                    .isInstanceOf(SimulatedBugCheck.class)
                    .hasMessageContaining("KMODE_EXCEPTION_NOT_HANDLED")
                    .hasMessageContaining(
                            function + " is a member of the provider's table from " + function.since() + " on")
                    .hasMessageContaining(release.toString())
                    .hasMessageContaining(function.page());
            assertThatCode(() -> of(world, function.since()).requireMember(function))
                    .doesNotThrowAnyException();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS_7, WSK_FLAG_STREAM_SOCKET, false",
        "WINDOWS_10, WSK_FLAG_STREAM_SOCKET, true",
        "WINDOWS_7, SIO_WSK_SET_TCP_SILENT_MODE, false",
        "WINDOWS_11, SIO_WSK_SET_TCP_SILENT_MODE, true",
        "WINDOWS_7, WSK_TRANSPORT_LIST_QUERY, true",
        "SERVER_2022, UDP_SEND_MSG_SIZE, true"
    })
    void has_itemOfTheRegistry_dependsOnTheProfile(Profile profile, String item, boolean expected) {
        WskWorld.play(world -> assertThat(of(world, profile.release())
                        .has(InterfaceItems.byName(item).orElseThrow().since()))
                .isEqualTo(expected));
    }

    @Test
    void requireMember_vistaFunction_everyProfileHasIt() {
        WskWorld.play(world -> assertThatCode(
                        () -> of(world, Profile.WINDOWS_7.release()).requireMember(WskFunction.WskSocketConnect))
                .doesNotThrowAnyException());
    }

    private static WskEnvironment of(WskWorld world, WindowsRelease release) {
        return new WskEnvironment(
                world.simulation.loop(),
                world.simulation.trace(),
                world.simulation.decisions(),
                world.client.processor(),
                world.client.io(),
                world.client.net(),
                release,
                new WskFaults());
    }
}
