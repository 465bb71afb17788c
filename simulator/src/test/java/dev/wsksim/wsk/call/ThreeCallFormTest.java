package dev.wsksim.wsk.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.icmp.UnreachableKind;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.SocketCalls;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WskSocket, WskBind and WskConnect one after the other, beside the one call of WskSocketConnect. */
class ThreeCallFormTest {

    @ParameterizedTest
    @CsvSource({
        "accept, STATUS_SUCCESS",
        "reset, STATUS_SUCCESS",
        "refuse, STATUS_CONNECTION_REFUSED",
        "ignore, STATUS_IO_TIMEOUT",
        "unreachable, STATUS_IO_TIMEOUT"
    })
    void outcome_sameStatusAtTheSameTimeInBothForms(String peer, NtStatus status) {
        ConnectOutcome outcome = switch (peer) {
            case "accept" -> new ConnectOutcome.Accept(SimDuration.ofMillis(30));
            case "reset" -> new ConnectOutcome.Reset(SimDuration.ZERO);
            case "refuse" -> new ConnectOutcome.Refuse(ConnectOutcome.ALL);
            case "ignore" -> new ConnectOutcome.Ignore(ConnectOutcome.ALL);
            default -> new ConnectOutcome.Unreachable(UnreachableKind.HOST);
        };
        WskWorld.play(WorldSetup.PLAIN.peer(outcome), world -> {
            ConnectionSocket socket = bound(world, "0.0.0.0:0");
            RecordedCall three = world.sockets().connect(socket, "192.0.2.20:445");
            RecordedCall one = world.connect().call();
            assertThat(three.returned()).isEqualTo(one.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            world.run();
            assertThat(three.status()).isEqualTo(one.status()).isEqualTo(status);
            assertThat(three.completedAt()).isEqualTo(one.completedAt());
            assertThat(three.information()).as("Information of WskConnect").isZero();
            assertThat(three.informationObject()).isNull();
        });
    }

    @Test
    void failure_leavesASocketToCloseOnlyInTheThreeCallForm() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Refuse(ConnectOutcome.ALL)), world -> {
            ConnectionSocket socket = bound(world, "0.0.0.0:7000");
            world.sockets().connect(socket, "192.0.2.20:445");
            world.connect().call();
            world.run();
            assertThat(world.client.sockets().open()).containsExactly(socket);
            assertThat(socket.state()).isEqualTo(SocketState.BOUND);
            assertThat(socket.local()).hasToString("0.0.0.0:7000");
        });
    }

    @Test
    void noRoute_bothFormsAtOnce() {
        UnaryOperator<HostConfiguration> onLinkOnly = host -> host.withRoutes(List.of());
        WskWorld.play(WorldSetup.PLAIN.client(onLinkOnly), world -> {
            RecordedCall connect = world.sockets().connect(bound(world, "0.0.0.0:0"), "198.51.100.1:1");
            assertThat(connect.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(connect.await().status()).isEqualTo(NtStatus.STATUS_NETWORK_UNREACHABLE);
        });
    }

    @Test
    void localAddress_inEachState_asThePageSays() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            Variable<SockAddr> address = new Variable<>();
            expectInvalidState(world.sockets().localAddress(socket, address));
            expectInvalidState(world.sockets().remoteAddress(socket, address));
            assertThat(address.get()).isNull();
            world.sockets().bind(socket, "0.0.0.0:7000").await();
            assertThat(world.sockets().localAddress(socket, address).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(address.get()).hasToString("0.0.0.0:7000");
            expectInvalidState(world.sockets().remoteAddress(socket, address));
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            expectInvalidState(world.sockets().remoteAddress(socket, address));
            connect.await();
            world.sockets().localAddress(socket, address).await();
            assertThat(address.get()).isEqualTo(SockAddr.of(socket.local())).hasToString("192.0.2.10:7000");
            assertThat(world.sockets().remoteAddress(socket, address).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(address.get()).hasToString("192.0.2.20:445");
            RecordedCall noOutput = world.sockets().localAddress(socket, null);
            assertThat(noOutput.returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void remoteAddress_afterAReset_isStillKnown() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Reset(SimDuration.ZERO)), world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            world.runFor(10);
            Variable<SockAddr> address = new Variable<>();
            assertThat(world.sockets().remoteAddress(socket, address).await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(address.get()).hasToString("192.0.2.20:445");
        });
    }

    @Test
    void connect_notBound_invalidDeviceStateReturnedAndInTheIrp() {
        WskWorld.play(world ->
                expectInvalidState(world.sockets().connect(world.sockets().made(Ws2def.AF_INET), "192.0.2.20:445")));
    }

    @Test
    void connectAndBind_inTheWrongState_invalidDeviceState() {
        WskWorld.play(world -> {
            ConnectionSocket socket = bound(world, "0.0.0.0:0");
            expectInvalidState(world.sockets().bind(socket, "0.0.0.0:0"));
            RecordedCall connect = world.sockets().connect(socket, "192.0.2.20:445");
            expectInvalidState(world.sockets().connect(socket, "192.0.2.20:445"));
            connect.await();
            expectInvalidState(world.sockets().connect(socket, "192.0.2.20:445"));
            expectInvalidState(world.sockets().bind(socket, "0.0.0.0:0"));
        });
    }

    @Test
    void bindAndConnect_badParameters_refusedAndSocketUnchanged() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            SockAddr wildcard = SockAddr.wildcard(IpFamily.IPV4, 0);
            expectRefused(world.sockets().bind(socket, wildcard, 1));
            expectRefused(world.sockets().bind(socket, (SockAddr) null, 0));
            expectRefused(world.sockets().bind(socket, SockAddr.wildcard(IpFamily.IPV6, 0), 0));
            expectRefused(world.sockets().bind(socket, new SockAddr.Other(1), 0));
            SockAddr malformed = new SockAddr.Other(Ws2def.AF_INET);
            expectRefused(world.sockets().bind(socket, malformed, 0));
            assertThat(socket.state()).isEqualTo(SocketState.CREATED);
            world.sockets().bind(socket, wildcard, 0).await();
            expectRefused(world.sockets().connect(socket, malformed, 0));
            SockAddr server = SockAddr.of(WskWorld.SERVER);
            expectRefused(world.sockets().connect(socket, server, 1));
            expectRefused(world.sockets().connect(socket, (SockAddr) null, 0));
            expectRefused(world.sockets().connect(socket, SockAddr.of(WskWorld.SERVER6), 0));
            assertThat(socket.state()).isEqualTo(SocketState.BOUND);
        });
    }

    @Test
    void bind_addressNotOnTheHost_socketMayBeBoundElsewhere() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            RecordedCall bind = world.sockets().bind(socket, "192.0.2.99:0");
            assertThat(bind.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(bind.await().status()).isEqualTo(NtStatus.STATUS_INVALID_ADDRESS_COMPONENT);
            assertThat(world.sockets().bind(socket, "127.0.0.1:0").await().status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void everyFunction_nullIrpOrNullSocket_refusedWithoutAnIrpTouched() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);
            SockAddr wildcard = SockAddr.wildcard(IpFamily.IPV4, 0);
            assertThat(List.of(
                            table.wskBind(socket, wildcard, 0, null),
                            table.wskConnect(socket, wildcard, 0, null),
                            table.wskGetLocalAddress(socket, new Variable<>(), null),
                            table.wskGetRemoteAddress(socket, new Variable<>(), null)))
                    .containsOnly(NtStatus.STATUS_INVALID_PARAMETER);
            var irp = world.prepare().expectUntouched().irp();
            assertThat(List.of(
                            table.wskBind(null, wildcard, 0, irp),
                            table.wskConnect(null, wildcard, 0, irp),
                            table.wskGetLocalAddress(null, new Variable<>(), irp),
                            table.wskGetRemoteAddress(null, new Variable<>(), irp)))
                    .containsOnly(NtStatus.STATUS_INVALID_HANDLE);
        });
    }

    @Test
    void everyFunction_aboveDispatchLevel_bugCheck() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            List<Runnable> calls = List.of(
                    () -> world.sockets().bind(socket, "0.0.0.0:0"),
                    () -> world.sockets().connect(socket, "192.0.2.20:445"),
                    () -> world.sockets().close(socket),
                    () -> world.sockets().localAddress(socket, new Variable<>()),
                    () -> world.sockets().setOption(socket, Ws2def.SO_REUSEADDR, 1),
                    () -> world.sockets().create(Ws2def.AF_INET),
                    () -> world.sockets().cache("D:"));
            for (Runnable call : calls) {
                assertThatThrownBy(() -> world.client.processor().runAt(Irql.HIGH_LEVEL, null, call))
                        .isInstanceOf(SimulatedBugCheck.class);
            }
        });
    }

    @Test
    void wskSocket_badParameters_refused() {
        WskWorld.play(world -> {
            assertThat(socketWith(world, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, 3)
                            .returned())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(socketWith(world, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_UDP, 2)
                            .returned())
                    .isEqualTo(NtStatus.STATUS_PROTOCOL_NOT_SUPPORTED);
            RecordedCall uncached = world.sockets().create(Ws2def.AF_INET, null, null, SocketCalls.uncached("D:"));
            assertThat(uncached.returned()).isEqualTo(NtStatus.STATUS_INVALID_SECURITY_DESCR);
            assertThat(world.sockets().create(99).returned()).isEqualTo(NtStatus.STATUS_PROTOCOL_NOT_SUPPORTED);
            assertThat(world.client.sockets().open()).isEmpty();
        });
    }

    @Test
    void wskSocket_badHandles_irpUntouched() {
        WskWorld.play(world -> {
            var irp = world.prepare().expectUntouched().irp();
            assertThat(world.dispatch.wskSocket(
                            null, 2, 1, 6, SocketFlags.WSK_FLAG_CONNECTION_SOCKET, null, null, null, null, null, irp))
                    .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            assertThat(world.dispatch.wskSocket(
                            world.wskClient,
                            2,
                            1,
                            6,
                            SocketFlags.WSK_FLAG_CONNECTION_SOCKET,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void wskSocket_datagramTransportWithConnectionFlag_createdAndThenNotBindable() {
        WskWorld.play(world -> {
            RecordedCall create =
                    socketWith(world, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP, Wsk.WSK_FLAG_CONNECTION_SOCKET);
            RecordedCall bind = world.sockets().bind(create.await().socket(), "0.0.0.0:0");
            assertThat(bind.returned()).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(bind.await().status()).isEqualTo(NtStatus.STATUS_NOT_IMPLEMENTED);
            assertThat(world.sockets().close(create.socket()).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, basic socket",
        "1, listening socket",
        "2, connection socket",
        "4, datagram socket",
        "8, stream socket"
    })
    void wskSocket_eachCategoryFlag_createsThatCategory(int flags, String category) {
        WskWorld.play(world -> {
            RecordedCall create = socketWith(world, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, flags)
                    .await();
            assertThat(create.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(create.wskSocket().category().text()).isEqualTo(category);
        });
    }

    @ParameterizedTest
    @CsvSource({"16", "3", "-1"})
    void wskSocket_flagsThatNameNoCategoryOrSeveral_invalidParameter(int flags) {
        WskWorld.play(world -> {
            RecordedCall create = socketWith(world, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP, flags)
                    .await();
            assertThat(create.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(create.informationObject()).isNull();
        });
    }

    @Test
    void cachedDescriptor_heldUntilTheIrpOfWskSocketOnly() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Accept(SimDuration.ofMillis(10))), world -> {
            CachedSecurityDescriptor three = world.sockets().cache("D:");
            CachedSecurityDescriptor one = world.sockets().cache("D:");
            ConnectionSocket socket = world.sockets()
                    .create(Ws2def.AF_INET, null, null, three)
                    .await()
                    .socket();
            world.sockets().bind(socket, "0.0.0.0:0").await();
            world.sockets().connect(socket, "192.0.2.20:445");
            world.connect().descriptor(one).call();
            assertThat(three.usedByPendingIrps()).isZero();
            assertThat(one.usedByPendingIrps()).isEqualTo(1);
            world.run();
            assertThat(one.usedByPendingIrps()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Ws2def.AF_INET, Ws2def.AF_INET6})
    void informationOfWskSocket_isTheSocket(int family) {
        WskWorld.play(world -> {
            RecordedCall create = world.sockets().create(family).await();
            assertThat(create.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(create.socket().triple().addressFamily()).isEqualTo(family);
            assertThat(create.socket().state()).isEqualTo(SocketState.CREATED);
            assertThat(create.socket().dispatch()).isInstanceOf(WskProviderConnectionDispatch.class);
        });
    }

    private static RecordedCall socketWith(WskWorld world, int type, int protocol, int flags) {
        return world.sockets().create(type, protocol, flags);
    }

    private static ConnectionSocket bound(WskWorld world, String local) {
        ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
        assertThat(world.sockets().bind(socket, local).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return socket;
    }

    private static void expectInvalidState(RecordedCall call) {
        assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(call.information()).isZero();
    }

    private static void expectRefused(RecordedCall call) {
        assertThat(call.returned()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(call.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }
}
