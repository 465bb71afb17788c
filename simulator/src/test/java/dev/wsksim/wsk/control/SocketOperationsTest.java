package dev.wsksim.wsk.control;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.testing.DatagramCalls;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Support;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.registry.InterfaceItem;
import dev.wsksim.wsk.registry.InterfaceItems;
import dev.wsksim.wsk.registry.ItemKind;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.WskSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the registry of options and IOCTLs: what holds for all of them. */
class SocketOperationsTest {

    static ImmutableList<SocketOperation> operations() {
        return SocketOperations.all();
    }

    /** Every item that the interface lists as simulated is here, and what is here is listed so. */
    @Test
    void operations_areTheItemsThatAreSimulated() {
        ImmutableList<String> here =
                operations().stream().map(SocketOperation::name).collect(toImmutableList());
        ImmutableList<String> listed = InterfaceItems.all().stream()
                .filter(item ->
                        item.kind() == ItemKind.IOCTL || item.kind().name().endsWith("_OPTION"))
                .filter(item -> item.support() == Support.FULL)
                .map(InterfaceItem::name)
                .collect(toImmutableList());

        assertThat(here).doesNotHaveDuplicates().isSubsetOf(listed);
        assertThat(listed)
                .filteredOn(name -> !here.contains(name))
                .allSatisfy(alias -> assertThat(sameNumber(alias)).as(alias).isTrue());
    }

    private static boolean sameNumber(String alias) {
        InterfaceItem item = InterfaceItems.byName(alias).orElseThrow();
        return operations().stream()
                .anyMatch(operation -> operation.item().kind() == item.kind()
                        && operation.item().value().equals(item.value()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_isFoundByItsNumbers(SocketOperation operation) {
        int type = operation.isIoctl() ? Wsk.WSK_IOCTL : operation.canBeSet() ? Wsk.WSK_SET_OPTION : Wsk.WSK_GET_OPTION;
        SocketControlRequest request =
                new SocketControlRequest(type, operation.code(), operation.level(), 0, null, 0, null, null);
        assertThat(SocketOperations.of(request)).isSameAs(operation);
        assertThat(request.controlCodeName()).isEqualTo(operation.name());
        assertThat(SocketOperations.byName(operation.name())).contains(operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_irpAgainstItsDemand_invalidParameter(SocketOperation operation) {
        WskWorld.play(world -> {
            WskSocket socket = socket(world, operation);
            if (operation.irp() == IrpDemand.REQUIRED) {
                assertThat(world.sockets().controlWith(socket, request(operation), null))
                        .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            } else if (operation.irp() == IrpDemand.FORBIDDEN) {
                assertThat(world.sockets()
                                .controlWith(
                                        socket,
                                        request(operation),
                                        world.prepare().expectUntouched().irp()))
                        .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_onAnotherCategory_invalidDeviceRequest(SocketOperation operation) {
        if (operation.categories().contains(SocketCategory.BASIC)) {
            return;
        }
        WskWorld.play(world -> {
            WskSocket basic = world.sockets()
                    .create(Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, Wsk.WSK_FLAG_BASIC_SOCKET)
                    .await()
                    .wskSocket();
            RecordedCall call =
                    world.sockets().control(basic, request(operation)).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_onASocketThatIsNotConnected_invalidDeviceStateWhereItHasToBe(SocketOperation operation) {
        if (operation.when() != When.CONNECTED || operation.irp() == IrpDemand.FORBIDDEN) {
            return;
        }
        WskWorld.play(world -> {
            RecordedCall call = world.sockets()
                    .control(world.sockets().made(Ws2def.AF_INET), request(operation))
                    .await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_lateAfterTheBind_invalidDeviceStateWhereItHasToBeBefore(SocketOperation operation) {
        if (operation.when() != When.BEFORE_BIND || !operation.canBeSet()) {
            return;
        }
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            world.sockets().bind(socket, "0.0.0.0:0").await();
            if (operation.categories().contains(SocketCategory.CONNECTION)) {
                RecordedCall call =
                        world.sockets().control(socket, request(operation)).await();
                assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            }
        });
    }

    @Test
    void addressLists_areForPassiveLevel_theOthersForDispatchLevel() {
        assertThat(operations().stream()
                        .filter(operation -> operation.maxIrql() == Irql.PASSIVE_LEVEL)
                        .map(SocketOperation::name))
                .contains("SIO_ADDRESS_LIST_QUERY", "SIO_ADDRESS_LIST_CHANGE")
                .allMatch(name -> name.contains("ADDRESS_LIST") || name.contains("WFP") || name.contains("LOOPBACK"));
    }

    private static WskSocket socket(WskWorld world, SocketOperation operation) {
        boolean datagram = operation.categories().contains(SocketCategory.DATAGRAM);
        return datagram ? new DatagramCalls(world).udp() : world.sockets().made(Ws2def.AF_INET);
    }

    private static SocketControlRequest request(SocketOperation operation) {
        int type = operation.isIoctl() ? Wsk.WSK_IOCTL : operation.canBeSet() ? Wsk.WSK_SET_OPTION : Wsk.WSK_GET_OPTION;
        return new SocketControlRequest(
                type,
                operation.code(),
                operation.level(),
                Math.max(operation.in().size(), 0),
                new Variable<>(1L),
                128,
                new Variable<>(),
                null);
    }
}
