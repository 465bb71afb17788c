package dev.wsksim.wsk.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.call.SocketBound;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The 36 cells of the page sharing-transport-addresses, one by one, through WskSocket, WskControlSocket and WskBind. */
class BindMatrixTest {

    /** Second socket in rows, first socket in columns, in the order of {@link #KINDS}; copied from the page by hand. */
    private static final String[] PAGE = {
        "INUSE  OK     INUSE  OK     INUSE  OK   ",
        "CHECK  INUSE  CHECK  DENIED DENIED INUSE",
        "DENIED OK     OK     OK     DENIED OK   ",
        "CHECK  DENIED OK     OK     DENIED DENIED",
        "INUSE  INUSE  INUSE  INUSE  INUSE  INUSE",
        "CHECK  INUSE  CHECK  INUSE  DENIED INUSE",
    };

    private enum Option {
        NONE,
        SO_REUSEADDR,
        SO_EXCLUSIVEADDRUSE
    }

    private record Kind(Option option, boolean wildcard) {
        @Override
        public String toString() {
            return option + (wildcard ? " wildcard" : " specific");
        }

        String reasonWords() {
            String optionWords = option == Option.NONE ? "neither option" : option.name();
            return "(" + optionWords + ", " + (wildcard ? "wildcard" : "specific") + ")";
        }
    }

    private static final List<Kind> KINDS = Stream.of(Option.values())
            .flatMap(option -> Stream.of(new Kind(option, true), new Kind(option, false)))
            .toList();

    static Stream<Arguments> cells() {
        return Stream.of(Ws2def.AF_INET, Ws2def.AF_INET6)
                .flatMap(family -> KINDS.stream()
                        .flatMap(second -> KINDS.stream()
                                .map(first -> Arguments.of(
                                        Ws2def.familyName(family),
                                        second,
                                        first,
                                        PAGE[KINDS.indexOf(second)].split(" +")[KINDS.indexOf(first)]))));
    }

    @ParameterizedTest(name = "{0}: {1} over {2} is {3}")
    @MethodSource("cells")
    void bind_secondSocketWithDefaultDescriptorOfTheFirst_asThePageSays(
            String family, Kind second, Kind first, String cell) {
        NtStatus expected = switch (cell) {
            case "OK" -> NtStatus.STATUS_SUCCESS;
            case "INUSE" -> NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
            default -> NtStatus.STATUS_ACCESS_DENIED;
        };
        WskWorld.play(world -> {
            assertThat(bindBoth(world, family, second, first, null).status()).isEqualTo(expected);
            SocketBound decision = decisions(world).get(1);
            assertThat(decision.reason())
                    .startsWith("second bind " + second.reasonWords() + " over socket 1 " + first.reasonWords() + ": "
                            + cell);
            if (cell.equals("CHECK")) {
                assertThat(decision.reason()).contains("; ");
            }
        });
    }

    @ParameterizedTest(name = "{0}: {1} over {2} is {3}")
    @MethodSource("cells")
    void bind_descriptorOfTheFirstGrantsEveryone_onlyCheckCellsAreOpened(
            String family, Kind second, Kind first, String cell) {
        WskWorld.play(world -> {
            RecordedCall bind =
                    bindBoth(world, family, second, first, world.sockets().cache("D:(A;;GA;;;WD)"));
            assertThat(bind.status() == NtStatus.STATUS_SUCCESS).isEqualTo(cell.equals("CHECK") || cell.equals("OK"));
            if (cell.equals("CHECK")) {
                assertThat(decisions(world).get(1).reason()).contains("CHECK; ").contains("(A;;GA;;;WD)");
            }
        });
    }

    @ParameterizedTest(name = "{0}: {1} over {2} is {3}")
    @MethodSource("cells")
    void bind_descriptorOfTheFirstDeniesLocalSystem_checkCellsAreDenied(
            String family, Kind second, Kind first, String cell) {
        WskWorld.play(world -> {
            CachedSecurityDescriptor denying = world.sockets().cache("D:(D;;GA;;;SY)(A;;GA;;;WD)");
            RecordedCall bind = bindBoth(world, family, second, first, denying);
            assertThat(bind.status() == NtStatus.STATUS_SUCCESS).isEqualTo(cell.equals("OK"));
            if (cell.equals("CHECK")) {
                assertThat(bind.status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
                assertThat(decisions(world).get(1).reason()).contains("(D;;GA;;;SY)");
            }
        });
    }

    private static RecordedCall bindBoth(
            WskWorld world, String family, Kind second, Kind first, CachedSecurityDescriptor descriptorOfFirst) {
        boolean ipv4 = family.equals("AF_INET");
        RecordedCall firstBind = bind(world, ipv4, first, descriptorOfFirst);
        assertThat(firstBind.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return bind(world, ipv4, second, null);
    }

    private static RecordedCall bind(WskWorld world, boolean ipv4, Kind kind, CachedSecurityDescriptor descriptor) {
        ConnectionSocket socket = world.sockets()
                .create(ipv4 ? Ws2def.AF_INET : Ws2def.AF_INET6, null, null, descriptor)
                .await()
                .socket();
        if (kind.option() != Option.NONE) {
            int option = kind.option() == Option.SO_REUSEADDR ? Ws2def.SO_REUSEADDR : Ws2def.SO_EXCLUSIVEADDRUSE;
            assertThat(world.sockets().setOption(socket, option, 1).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        }
        String wildcard = ipv4 ? "0.0.0.0:5000" : "[::]:5000";
        String specific = ipv4 ? "192.0.2.10:5000" : "[2001:db8::10]:5000";
        return world.sockets()
                .bind(socket, kind.wildcard() ? wildcard : specific)
                .await();
    }

    private static List<SocketBound> decisions(WskWorld world) {
        return world.records(SocketBound.class);
    }
}
