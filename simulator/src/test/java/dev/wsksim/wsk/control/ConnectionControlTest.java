package dev.wsksim.wsk.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.StreamCalls;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.HeaderConstants;
import dev.wsksim.wsk.Mstcpip;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options and IOCTLs do to a connection, as its own TCP and the other end see it. */
class ConnectionControlTest {

    private static final int BACKLOG = code("SIO_WSK_QUERY_IDEAL_SEND_BACKLOG");
    private static final int RECEIVE_BACKLOG = code("SIO_WSK_QUERY_RECEIVE_BACKLOG");
    private static final int SILENT_MODE = code("SIO_WSK_SET_TCP_SILENT_MODE");
    private static final int LIST_QUERY = code("SIO_ADDRESS_LIST_QUERY");
    private static final int LIST_CHANGE = code("SIO_ADDRESS_LIST_CHANGE");

    private static int code(String name) {
        return SocketOperations.byName(name).orElseThrow().code();
    }

    @Test
    void keepAlive_setOnAConnection_probesTheIdlePeer() {
        WskWorld.play(world -> {
            ConnectionSocket socket = connected(world);
            set(world, socket, Ws2def.IPPROTO_TCP, Ws2ipdef.TCP_KEEPIDLE, 5);
            set(world, socket, Ws2def.IPPROTO_TCP, Ws2ipdef.TCP_KEEPINTVL, 1);
            set(world, socket, Ws2def.IPPROTO_TCP, Ws2ipdef.TCP_KEEPCNT, 2);
            int before = world.packets().size();
            world.runFor(6_000);
            assertThat(world.packets()).hasSize(before);
            set(world, socket, Ws2def.SOL_SOCKET, Ws2def.SO_KEEPALIVE, 1);
            world.runFor(6_000);
            assertThat(world.packets().size()).isGreaterThan(before);
            set(world, socket, Ws2def.SOL_SOCKET, Ws2def.SO_KEEPALIVE, 0);
        });
    }

    @Test
    void keepAlive_got_isOneByte() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            set(world, socket, Ws2def.SOL_SOCKET, Ws2def.SO_KEEPALIVE, 1);
            Variable<Object> output = new Variable<>();
            RecordedCall call = world.sockets()
                    .getOption(socket, Ws2def.SO_KEEPALIVE, 4, output)
                    .await();
            assertThat(call.information()).isEqualTo(1);
            assertThat(output.get()).isEqualTo(1L);
        });
    }

    @Test
    void noDelay_setBeforeTheConnect_isTheConnections() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            set(world, socket, Ws2def.IPPROTO_TCP, 1, 1);
            connect(world, socket);
            assertThat(connection(socket).isNoDelay()).isTrue();
            set(world, socket, Ws2def.IPPROTO_TCP, 1, 0);
            assertThat(connection(socket).isNoDelay()).isFalse();
        });
    }

    @Test
    void receiveBuffer_isTheReceiveWindow() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            set(world, socket, Ws2def.SOL_SOCKET, Ws2def.SO_RCVBUF, 8_192);
            connect(world, socket);
            assertThat(connection(socket).rcvWnd()).isEqualTo(8_192);
            set(world, socket, Ws2def.SOL_SOCKET, Ws2def.SO_RCVBUF, 100_000);
            Variable<Object> output = new Variable<>();
            world.sockets().getOption(socket, Ws2def.SO_RCVBUF, 4, output).await();
            assertThat(output.get()).isEqualTo(100_000L);
        });
    }

    @Test
    void initialRto_andMaxRt_limitAConnectToNobody() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            SocketControlRequest rto = ioctl(
                    Mstcpip.SIO_TCP_INITIAL_RTO, new TcpInitialRtoParameters(100, 1), TcpInitialRtoParameters.SIZE);
            assertThat(world.sockets().control(socket, rto).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            world.sockets().bind(socket, "0.0.0.0:0").await();
            world.server.crash();
            long start = world.loop.nowNanos();
            RecordedCall call =
                    world.sockets().connect(socket, "192.0.2.20:445").await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
            assertThat((call.completedAt().nanos() - start) / 1_000_000).isEqualTo(300);
        });
    }

    @ParameterizedTest
    @CsvSource({"2, 2000", "30, 30000"})
    void maxRt_isTheLongestThatDataIsRetransmitted(long seconds, long millis) {
        WskWorld.play(world -> {
            StreamCalls calls = new StreamCalls(world, null);
            set(world, calls.socket, Ws2def.IPPROTO_TCP, Ws2ipdef.TCP_MAXRT, seconds);
            world.server.crash();
            long start = world.loop.nowNanos();
            RecordedCall call = calls.send(calls.text("x")).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
            assertThat((call.completedAt().nanos() - start) / 1_000_000).isEqualTo(millis);
        });
    }

    @Test
    void sort_bestAddressFirst_withoutThoseThatAreNoHosts() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET6);
            SocketAddressList given = new SocketAddressList(ImmutableList.of(
                    SockAddr.of(Endpoint.of("[::ffff:192.0.2.20]:1")),
                    SockAddr.of(Endpoint.of("[ff02::1]:2")),
                    SockAddr.of(Endpoint.of("[2001:db8::20]:3"))));
            Variable<Object> output = new Variable<>();
            Variable<Long> size = new Variable<>();
            NtStatus status = world.sockets()
                    .controlWith(
                            socket,
                            new SocketControlRequest(
                                    Wsk.WSK_IOCTL,
                                    code("SIO_ADDRESS_LIST_SORT"),
                                    0,
                                    given.size(),
                                    new Variable<>(given),
                                    200,
                                    output,
                                    size),
                            null);
            assertThat(status).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(output.get()).hasToString("[[2001:db8::20]:3, [::ffff:192.0.2.20]:1]");
            assertThat(size.get()).isEqualTo(96);
        });
    }

    @Test
    void maxRt_isTheLongestThatAConnectTakes() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            set(world, socket, Ws2def.IPPROTO_TCP, Ws2ipdef.TCP_MAXRT, 2);
            world.sockets().bind(socket, "0.0.0.0:0").await();
            world.server.crash();
            long start = world.loop.nowNanos();
            RecordedCall call =
                    world.sockets().connect(socket, "192.0.2.20:445").await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
            assertThat((call.completedAt().nanos() - start) / 1_000_000).isEqualTo(2_000);
        });
    }

    @Test
    void backlogs_ofAFreshConnection() {
        WskWorld.play(world -> {
            ConnectionSocket socket = connected(world);
            Variable<Object> output = new Variable<>();
            RecordedCall ideal = query(world, socket, BACKLOG, output).await();
            assertThat(ideal.information()).isEqualTo(8);
            assertThat(output.get()).isEqualTo(65_536L);
            query(world, socket, RECEIVE_BACKLOG, output).await();
            assertThat(output.get()).isEqualTo(0L);
        });
    }

    @Test
    void silentMode_nothingIsSentAnyMore_notEvenAtTheClose() {
        WskWorld.play(world -> {
            ConnectionSocket socket = connected(world);
            assertThat(query(world, socket, SILENT_MODE, null).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            int before = world.packets().size();
            assertThat(query(world, socket, SILENT_MODE, null).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            world.sockets().close(socket).await();
            world.runFor(1_000);
            assertThat(world.packets()).hasSize(before);
        });
    }

    @Test
    void addressListQuery_probesTheSize_thenLists() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            Variable<Long> size = new Variable<>();
            Variable<Object> output = new Variable<>();
            assertThat(list(world, socket, 0, null, size)).isEqualTo(NtStatus.STATUS_BUFFER_OVERFLOW);
            assertThat(size.get()).isEqualTo(8 + 2 * (16 + 16));
            assertThat(list(world, socket, size.get(), output, size)).isEqualTo(NtStatus.STATUS_SUCCESS);
            // A SOCKET_ADDRESS_LIST with two SOCKET_ADDRESS.
            assertThat(((SocketAddressList) output.get()).size()).isEqualTo(size.get());
            assertThat(String.valueOf(output.get())).isEqualTo("[192.0.2.10:0, 192.0.2.11:0]");
        });
    }

    @Test
    void addressListQuery_atDispatchLevel_bugCheck() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            Irql old = world.client.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
            assertThatThrownBy(() -> list(world, socket, 0, null, new Variable<>()))
                    .isInstanceOf(SimulatedBugCheck.class);
            world.client.processor().keLowerIrql(old);
        });
    }

    @Test
    void addressListChange_waitsForItsOwnFamily() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            RecordedCall call = query(world, socket, LIST_CHANGE, null);
            world.client.net().interfaces().get(0).removeAddress(IpAddress.of("2001:db8::11"));
            world.runFor(1);
            assertThat(call.isCompleted()).isFalse();
            world.client.net().interfaces().get(0).removeAddress(IpAddress.of("192.0.2.11"));
            world.runFor(1);
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void addressListChange_closeCancelsIt() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            RecordedCall call = query(world, socket, LIST_CHANGE, null);
            world.sockets().close(socket).await();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
            assertThat(ImmutableList.copyOf(socket.pendingRequests())).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT, STATUS_NOT_FOUND",
        "SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS, STATUS_NOT_FOUND",
        "SIO_WSK_SET_TCP_SILENT_MODE, STATUS_SUCCESS",
        "SIO_LOOPBACK_FAST_PATH, STATUS_INVALID_DEVICE_STATE",
        "SIO_TCP_INITIAL_RTO, STATUS_INVALID_DEVICE_STATE"
    })
    void ioctl_onAConnectedSocket(String name, NtStatus expected) {
        WskWorld.play(world -> {
            ConnectionSocket socket = connected(world);
            assertThat(query(world, socket, code(name), new Variable<>())
                            .await()
                            .status())
                    .isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "SIO_WSK_REGISTER_EXTENSION, STATUS_NOT_SUPPORTED",
        "SIO_WSK_QUERY_INSPECT_ID, STATUS_INVALID_DEVICE_REQUEST"
    })
    void ioctlWithoutIrp_onAConnectedSocket(String name, NtStatus expected) {
        WskWorld.play(world -> {
            ConnectionSocket socket = connected(world);
            SocketControlRequest request = new SocketControlRequest(
                    Wsk.WSK_IOCTL,
                    code(name),
                    0,
                    WskExtensionControlIn.SIZE,
                    new Variable<>(new WskExtensionControlIn("MY_EXTENSION")),
                    16, // WSK_EXTENSION_CONTROL_OUT or WSK_INSPECT_ID
                    new Variable<>(),
                    null);
            assertThat(world.sockets().controlWith(socket, request, null)).isEqualTo(expected);
        });
    }

    @Test
    void loopbackFastPath_beforeTheConnect_succeeds() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            assertThat(world.sockets()
                            .control(socket, ioctl(Mstcpip.SIO_LOOPBACK_FAST_PATH, 1L, 4))
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    @Test
    void keepaliveVals_setBothTimes_orNothing() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            SocketControlRequest good =
                    ioctl(Mstcpip.SIO_KEEPALIVE_VALS, new TcpKeepaliveVals(1, 2_000, 500), TcpKeepaliveVals.SIZE);
            assertThat(world.sockets().control(socket, good).await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            SocketControlRequest bad =
                    ioctl(Mstcpip.SIO_KEEPALIVE_VALS, new TcpKeepaliveVals(1, 0, 500), TcpKeepaliveVals.SIZE);
            assertThat(world.sockets().control(socket, bad).await().status())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(socket.tcp().keepAlive()).isTrue();
            assertThat(socket.tcp().keepInterval().nanos()).isEqualTo(500_000_000L);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "TCP_NODELAY, 1, 1",
        "TCP_FASTOPEN, 1, 1",
        "TCP_FAIL_CONNECT_ON_ICMP_ERROR, 1, 1",
        "TCP_KEEPALIVE, 7, 7",
        "TCP_KEEPCNT, 255, 255",
        "TCP_MAXRT, 30, 30"
    })
    void tcpOption_setAndGot(String name, long value, long got) {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            int option = HeaderConstants.constant(name).orElseThrow().intValue();
            set(world, socket, Ws2def.IPPROTO_TCP, option, value);
            assertThat(get(world, socket, Ws2def.IPPROTO_TCP, option)).isEqualTo(got);
        });
    }

    @ParameterizedTest
    @CsvSource({"TCP_KEEPIDLE, 0", "TCP_KEEPIDLE, 32768", "TCP_KEEPCNT, 256", "TCP_MAXRT, 0", "TCP_NODELAY, 2"})
    void tcpOption_outOfRange_invalidParameter(String name, long value) {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            int option = HeaderConstants.constant(name).orElseThrow().intValue();
            assertThat(world.sockets()
                            .control(
                                    socket,
                                    new SocketControlRequest(
                                            Wsk.WSK_SET_OPTION,
                                            option,
                                            Ws2def.IPPROTO_TCP,
                                            4,
                                            new Variable<>(value),
                                            0,
                                            null,
                                            null))
                            .await()
                            .status())
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        });
    }

    @Test
    void socketType_isThatOfTheTransport() {
        WskWorld.play(world -> assertThat(
                        get(world, world.sockets().made(Ws2def.AF_INET), Ws2def.SOL_SOCKET, Ws2def.SO_TYPE))
                .isEqualTo(Ws2def.SOCK_STREAM));
    }

    @Test
    void eventCallback_beforeTheConnect_invalidDeviceState() {
        WskWorld.play(world -> {
            SocketControlRequest request = new SocketControlRequest(
                    Wsk.WSK_SET_OPTION,
                    Wsk.SO_WSK_EVENT_CALLBACK,
                    Ws2def.SOL_SOCKET,
                    WskEventCallbackControl.SIZE,
                    new Variable<>(WskEventCallbackControl.of(EventFlag.WSK_EVENT_RECEIVE)),
                    0,
                    null,
                    null);
            assertThat(world.sockets().controlWith(world.sockets().made(Ws2def.AF_INET), request, null))
                    .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        });
    }

    private static long get(WskWorld world, ConnectionSocket socket, int level, int option) {
        Variable<Object> output = new Variable<>();
        RecordedCall call = world.sockets()
                .control(socket, new SocketControlRequest(Wsk.WSK_GET_OPTION, option, level, 0, null, 4, output, null))
                .await();
        assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return (Long) output.get();
    }

    private static ConnectionSocket connected(WskWorld world) {
        ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
        connect(world, socket);
        return socket;
    }

    private static void connect(WskWorld world, ConnectionSocket socket) {
        world.sockets().bind(socket, "0.0.0.0:0").await();
        assertThat(world.sockets().connect(socket, "192.0.2.20:445").await().status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static TcpConnection connection(ConnectionSocket socket) {
        return socket.connectionRole().connection();
    }

    private static void set(WskWorld world, ConnectionSocket socket, int level, int option, long value) {
        RecordedCall call = world.sockets()
                .control(
                        socket,
                        new SocketControlRequest(
                                Wsk.WSK_SET_OPTION, option, level, 4, new Variable<>(value), 0, null, null))
                .await();
        assertThat(call.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static SocketControlRequest ioctl(int code, Object input, long size) {
        return new SocketControlRequest(Wsk.WSK_IOCTL, code, 0, size, new Variable<>(input), 0, null, null);
    }

    private static RecordedCall query(WskWorld world, ConnectionSocket socket, int code, Variable<?> output) {
        return world.sockets()
                .control(socket, new SocketControlRequest(Wsk.WSK_IOCTL, code, 0, 0, null, 8, output, null));
    }

    private static NtStatus list(
            WskWorld world, ConnectionSocket socket, long outputSize, Variable<?> output, Variable<Long> size) {
        return world.sockets()
                .controlWith(
                        socket,
                        new SocketControlRequest(Wsk.WSK_IOCTL, LIST_QUERY, 0, 0, null, outputSize, output, size),
                        null);
    }
}
