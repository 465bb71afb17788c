package dev.wsksim.junit5.driver;

import static dev.wsksim.junit5.assertion.WskAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.DatagramReaction;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.call.ReceiveFromOutputs;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.DisconnectFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriverFunctionsTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final TestNetwork network = new TestNetwork(simulation);
    private final Driver driver;

    DriverFunctionsTest() {
        var client = network.windows("client", "192.0.2.10");
        network.host("server", "192.0.2.20");
        network.link("client", "server", "5ms");
        driver = Driver.load(simulation, client);
    }

    /** Whatever a test did, after it the driver can be unloaded, and nothing of what calls were lent is left. */
    @AfterEach
    void nothingIsLeft() {
        driver.host()
                .sockets()
                .open()
                .forEach(socket -> driver.wskCloseSocket(socket).succeeds());
        driver.unload();
        driver.clock().runUntilQuiet();
        assertThat(driver.host().io().liveIrps()).isEmpty();
    }

    @Test
    void connectionSocket_inSteps() {
        network.echoing("server", 7);
        ConnectionSocket socket = driver.tcpSocket(SocketFlags.WSK_FLAG_CONNECTION_SOCKET, SocketOptions.NONE)
                .succeeds()
                .connectionSocket();
        driver.wskBind(socket, "192.0.2.10:5000").succeeds();
        driver.wskConnect(socket, "192.0.2.20:7").succeeds();

        assertThat(driver.wskGetLocalAddress(socket).succeeds().output()).isEqualTo(address("192.0.2.10:5000"));
        assertThat(driver.wskGetRemoteAddress(socket).succeeds().output()).isEqualTo(address("192.0.2.20:7"));
        assertThat(driver.netstat()).contains("192.0.2.10:5000");
        driver.wskDisconnect(socket).succeeds();
        OutputRequest<byte[]> end = driver.wskReceive(socket, 10).succeeds();
        assertThat(end.output()).isEmpty();
    }

    @Test
    void streamSocket_connectsAndListens() {
        network.echoing("server", 7);
        StreamSocket socket = stream();
        driver.wskBind(socket, "0.0.0.0:0").succeeds();
        driver.wskConnect(socket, "192.0.2.20:7").succeeds();
        driver.wskSend(socket, "ab").succeeds();
        assertThat(driver.wskReceive(socket, 10).succeeds().output()).isEqualTo("ab".getBytes(UTF_8));

        StreamSocket server = stream();
        driver.wskBind(server, "0.0.0.0:445").succeeds();
        driver.wskListen(server).succeeds();
        network.connecting("server", "192.0.2.10:445", "50ms", new Behaviour.Discard());
        SocketOptions owned = SocketOptions.NONE.withOwningProcess(
                driver.host().processes().systemThread().process());
        assertThatThrownBy(() -> driver.wskAccept(server, owned))
                .hasMessageContaining("WskAccept takes no owner and no security descriptor");
        assertThat(driver.wskAccept(server).succeeds().connectionSocket()).hasRemoteAddress("192.0.2.20:49152");
    }

    @Test
    void connectEx_sendsWithTheConnect() {
        network.echoing("server", 7);
        ConnectionSocket socket = driver.tcpSocket(SocketFlags.WSK_FLAG_CONNECTION_SOCKET, SocketOptions.NONE)
                .succeeds()
                .connectionSocket();
        driver.wskBind(socket, "0.0.0.0:0").succeeds();
        driver.wskConnectEx(socket, "192.0.2.20:7", "xyz").succeeds();
        assertThat(driver.wskReceive(socket, 10).succeeds().output()).isEqualTo("xyz".getBytes(UTF_8));
    }

    @Test
    void aFoundAddress_isConnectedTo_andLastBytesGoWithTheDisconnect() {
        network.echoing("server", 7);
        driver.host().names().files().put("etc/hosts", "192.0.2.20 server.example");
        AddrInfoExW found = driver.wskGetAddressInfo("server.example", "7", Ws2defNames.NS_ALL, null)
                .succeeds()
                .output();
        ConnectionSocket connection = driver.tcpSocket(SocketFlags.WSK_FLAG_CONNECTION_SOCKET, SocketOptions.NONE)
                .succeeds()
                .connectionSocket();
        for (WskSocket socket : List.of(connection, stream())) {
            driver.wskBind(socket, "0.0.0.0:0").succeeds();
            driver.wskConnect(socket, found.aiAddr()).succeeds();
            driver.wskDisconnect(socket, "bye".getBytes(UTF_8), DisconnectFlags.NONE)
                    .succeeds();
            assertThat(driver.wskReceive(socket, 10).succeeds().output()).isEqualTo("bye".getBytes(UTF_8));
            assertThat(driver.wskReceive(socket, 10).succeeds().output()).isEmpty();
        }
        driver.wskFreeAddressInfo(found);
    }

    @Test
    void datagrams_thereAndBack() {
        network.datagramPeer("server", 53, new DatagramReaction.Echo(SimDuration.ZERO));
        DatagramSocket socket = driver.udpSocket(SocketOptions.NONE).succeeds().datagramSocket();
        driver.wskBind(socket, "0.0.0.0:0").succeeds();
        Variable<SockAddr> from = new Variable<>();
        OutputRequest<byte[]> first =
                driver.wskReceiveFrom(socket, 100, new ReceiveFromOutputs(from, null, null, null));
        driver.wskSendTo(socket, "192.0.2.20:53", "one").succeeds();

        assertThat(first.succeeds().output()).isEqualTo("one".getBytes(UTF_8));
        assertThat(from.get()).isEqualTo(address("192.0.2.20:53"));
        driver.wskSendMessages(socket, "192.0.2.20:53", List.of("two", "three")).succeeds();
        assertThat(driver.wskReceiveFrom(socket, 100).succeeds().output()).isEqualTo("two".getBytes(UTF_8));
        assertThat(driver.wskReceiveFrom(socket, 100).succeeds().output()).isEqualTo("three".getBytes(UTF_8));
    }

    @Test
    void receiveEvent_isCalled_andShown() {
        network.echoing("server", 7);
        StringBuilder got = new StringBuilder();
        ConnectionSocket socket = driver.wskSocketConnect(
                        "192.0.2.20:7",
                        SocketOptions.callbacks(
                                "connection",
                                new WskClientConnectionDispatch(
                                        (context, flags, indication, bytes, accepted) -> {
                                            if (indication != null) {
                                                got.append(new String(indication.toBytes(), UTF_8));
                                            }
                                            return NtStatus.STATUS_SUCCESS;
                                        },
                                        null,
                                        null)))
                .succeeds()
                .connectionSocket();
        assertThat(driver.enableEvents(socket, EventFlag.WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(socket).hasEnabled(EventFlag.WSK_EVENT_RECEIVE);
        driver.wskSend(socket, "hello").succeeds();
        driver.clock().advanceBy("20ms");

        assertThat(got).hasToString("hello");
        assertThat(driver.callbacks().of(socket)).areExactly("WskReceiveEvent");
        assertThat(driver.callbacks().of("WskDisconnectEvent")).areNone();
    }

    @Test
    void irpAndBufferOfTheTest_stayTheTests() {
        network.echoing("server", 7);
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        Mdl mdl = driver.host().memory().mdlOf(driver.host().memory().nonPaged("mine".getBytes(UTF_8)));
        driver.wskSend(socket, WskBuf.of(mdl), SendFlags.NONE).succeeds();
        assertThat(mdl.isFreed()).isFalse();
        Irp irp = driver.host().io().ioAllocateIrp(1, false);
        driver.call(
                        "WskSend",
                        irp,
                        used -> WskProviderConnectionDispatch.of(socket)
                                .wskSend(socket, WskBuf.of(mdl), SendFlags.NONE, used))
                .succeeds();
        assertThat(irp).isIn(IrpState.COMPLETED);

        driver.host().io().ioFreeIrp(irp);
        driver.host().memory().ioFreeMdl(mdl);
        driver.host().memory().exFreePool(mdl.block());
    }

    @Test
    void lentMemory_isFreedAtTheCompletion() {
        network.echoing("server", 7);
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        Request send = driver.wskSend(socket, "hello");
        assertThat(send.irp()).isPending();
        send.succeeds();
        assertThat(send.irp()).isIn(IrpState.FREED);
    }

    @Test
    void aWrongTable_isToldByName() {
        ListenSocket listen = driver.tcpSocket(SocketFlags.WSK_FLAG_LISTEN_SOCKET, SocketOptions.NONE)
                .succeeds()
                .listenSocket();
        assertThatThrownBy(() -> driver.wskConnect(listen, "192.0.2.20:7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whose dispatch table has no WskConnect");
        assertThatThrownBy(() -> driver.wskSend(listen, "x")).hasMessageContaining("no WskSend");
    }

    @Test
    void whatNeverEnds_saysSo() {
        network.echoing("server", 7);
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        Request receive = driver.wskReceive(socket, 10);
        assertThatThrownBy(() -> receive.await("3ms"))
                .hasMessageContaining("WskReceive (IRP 2) returned STATUS_PENDING and is pending; it is not completed");
        assertThatThrownBy(receive::await).hasMessageContaining("and is pending; it is never completed: ");
        assertThatThrownBy(receive::status).hasMessageContaining("await it first");
        receive.cancel();
        receive.await();
        assertThatThrownBy(receive::succeeds)
                .hasMessageContaining("expected WskReceive to be completed with STATUS_SUCCESS, but")
                .hasMessageContaining("STATUS_CANCELLED");
        assertThatThrownBy(receive::socket).hasMessageContaining("Information 0; it brought no socket");
    }

    @Test
    void whatIsNotTaken_isGivenBackAtOnce() {
        network.echoing("server", 7);
        Driver other = Driver.load(simulation, driver.host());
        other.unload();
        Request connect = other.wskSocketConnect("192.0.2.20:7");

        assertThat(connect).returned(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(connect.isPending()).isFalse();
        assertThat(connect.irp()).isIn(IrpState.FREED);
        assertThatThrownBy(connect::await)
                .hasMessageContaining("returned STATUS_INVALID_HANDLE and did not take the IRP")
                .hasMessageContaining("look at what was returned");
        assertThatThrownBy(() -> assertThat(connect).isCompleted()).isInstanceOf(AssertionError.class);
    }

    @Test
    void times_asScenariosWriteThem() {
        assertThat(TimeText.duration("1.5ms").nanos()).isEqualTo(1_500_000);
        assertThat(TimeText.duration("2min").nanos()).isEqualTo(120_000_000_000L);
        assertThat(TimeText.instant("0s").nanos()).isZero();
        assertThatThrownBy(() -> TimeText.duration("5")).hasMessageContaining("'5' is no duration");
        assertThatThrownBy(() -> TimeText.duration("0.5ns")).hasMessageContaining("whole number of nanoseconds");
        assertThatThrownBy(() -> TimeText.duration("-1ms")).hasMessageContaining("no duration");
        driver.clock().runUntil("5ms");
        assertThatThrownBy(() -> driver.clock().runUntil("4ms")).hasMessageContaining("it is 5ms already");
        assertThat(driver.clock().next()).isEmpty();
        assertThat(driver.clock().step().toString()).isEqualTo("nothing is left to happen at 5ms");
    }

    private StreamSocket stream() {
        return driver.wskSocket(
                        SocketFlags.WSK_FLAG_STREAM_SOCKET,
                        Ws2def.AF_INET,
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        SocketOptions.NONE)
                .succeeds()
                .streamSocket();
    }

    private static SockAddr address(String text) {
        return SockAddr.of(Endpoint.of(text));
    }
}
