package dev.wsksim.junit5.driver;

import static dev.wsksim.junit5.assertion.WskAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.DatagramReaction;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2defNames;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.control.WskEventCallbackControl;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.name.AddrInfoExW;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.DatagramSocket;
import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.StreamSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;
import dev.wsksim.wsk.socket.WskClientDatagramDispatch;
import dev.wsksim.wsk.socket.WskClientListenDispatch;
import dev.wsksim.wsk.socket.WskClientStreamDispatch;
import dev.wsksim.wsk.socket.WskSocket;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each function of the registry has a method of its name in the driver for tests, which makes just this call. */
class EveryFunctionTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final TestNetwork network = new TestNetwork(simulation);
    private final Driver driver;

    EveryFunctionTest() {
        var client = network.windows("client", "192.0.2.10");
        network.host("server", "192.0.2.20");
        network.link("client", "server", "5ms");
        network.echoing("server", 7);
        network.datagramPeer("server", 53, new DatagramReaction.Echo(SimDuration.ZERO));
        client.names().files().put("etc/hosts", "192.0.2.20 server.example\n");
        driver = Driver.load(simulation, client);
    }

    @AfterEach
    void nothingIsLeft() {
        driver.host()
                .sockets()
                .open()
                .forEach(socket -> driver.wskCloseSocket(socket).succeeds());
        driver.unload();
        assertThat(driver.host().wsk().registrations()).isEmpty();
        assertThat(driver.host().io().liveIrps()).isEmpty();
        assertThat(driver.host().names().lists().live()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void theDriver_hasAMethodForTheFunction(WskFunction function) {
        assertThat(Arrays.stream(Driver.class.getMethods()).map(Method::getName))
                .anyMatch(name -> name.equalsIgnoreCase(function.name()));
    }

    /** The switch has no default: a function that the registry gains does not compile before somebody plays it here. */
    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void theMethod_makesTheCall(WskFunction function) {
        Runnable play = switch (function) {
            case WskRegister, WskCaptureProviderNPI, WskReleaseProviderNPI, WskDeregister -> this::registerTwice;
            case WskQueryProviderCharacteristics -> this::askForTheVersions;
            case WskControlClient -> this::setStaticCallbacks;
            case WskGetAddressInfo, WskFreeAddressInfo -> this::resolveAName;
            case WskGetNameInfo -> this::resolveAnAddress;
            case WskSocket, WskBind, WskConnect, WskGetLocalAddress, WskGetRemoteAddress -> this::connectInSteps;
            case WskSocketConnect, WskSend, WskReceive, WskDisconnect, WskCloseSocket -> this::echo;
            case WskConnectEx -> this::connectWithData;
            case WskControlSocket, WskInspectComplete -> this::reject;
            case WskListen, WskAccept -> this::listenAndAccept;
            case WskRelease -> this::keepAndGiveBack;
            case WskSendTo, WskSendMessages, WskReceiveFrom -> this::datagrams;
        };
        int before = calls(function);
        play.run();
        assertThat(calls(function)).isGreaterThan(before);
    }

    private int calls(WskFunction function) {
        return (int) driver.trace().entries().stream()
                .filter(entry -> entry.record() instanceof WskCallEntered call && call.function() == function)
                .count();
    }

    private void registerTwice() {
        WskRegistration second = new WskRegistration();
        WskClientNpi client = new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0)));
        assertThat(driver.wskRegister(client, second)).isEqualTo(NtStatus.STATUS_SUCCESS);
        Variable<WskProviderNpi> captured = new Variable<>();
        assertThat(driver.wskCaptureProviderNpi(second, Wsk.WSK_NO_WAIT, captured))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(requireNonNull(captured.get()).client())
                .isNotSameAs(driver.npi().client());
        assertThat(driver.host().wsk().registrations()).containsExactly(driver.registration(), second);
        driver.wskReleaseProviderNpi(second);
        driver.wskDeregister(second);
        assertThat(driver.host().wsk().registrations()).containsExactly(driver.registration());
    }

    private void askForTheVersions() {
        Variable<WskProviderCharacteristics> range = new Variable<>();
        assertThat(driver.wskQueryProviderCharacteristics(driver.registration(), range))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(range.get()).isEqualTo(WskProviderCharacteristics.VERSION_1_0);
    }

    private void setStaticCallbacks() {
        Variable<?> mask = new Variable<>(WskEventCallbackControl.of(EventFlag.WSK_EVENT_RECEIVE));
        assertThat(driver.wskControlClient(
                        ClientControlCode.WSK_SET_STATIC_EVENT_CALLBACKS, WskEventCallbackControl.SIZE, mask))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        Variable<WskDataIndication> seen = new Variable<>();
        ConnectionSocket socket = driver.wskSocketConnect("192.0.2.20:7", keepingIn(seen))
                .succeeds()
                .connectionSocket();
        hearHello(socket);
        assertThat(seen.get()).as("enabled without SO_WSK_EVENT_CALLBACK").isNotNull();
        driver.wskRelease(socket, requireNonNull(seen.get()));
    }

    private void resolveAName() {
        AddrInfoExW found =
                driver.wskGetAddressInfo("server.example").succeeds().output();
        assertThat(found.aiAddr()).isEqualTo(address("192.0.2.20:0"));
        driver.wskFreeAddressInfo(found);
        AddrInfoExW service = driver.wskGetAddressInfo(
                        "server.example",
                        "445",
                        Ws2defNames.NS_ALL,
                        AddrInfoExW.hints(0, Ws2def.AF_INET, Ws2def.SOCK_STREAM, 0))
                .succeeds()
                .output();
        assertThat(service.aiAddr()).isEqualTo(address("192.0.2.20:445"));
        driver.wskFreeAddressInfo(service);
    }

    private void resolveAnAddress() {
        assertThat(driver.wskGetNameInfo(address("192.0.2.20:0"), 0).succeeds().output())
                .isEqualTo("server.example");
    }

    private void connectInSteps() {
        ConnectionSocket socket =
                tcp(SocketFlags.WSK_FLAG_CONNECTION_SOCKET, SocketOptions.NONE).connectionSocket();
        driver.wskBind(socket, "192.0.2.10:5000").succeeds();
        driver.wskConnect(socket, "192.0.2.20:7").succeeds();
        assertThat(driver.wskGetLocalAddress(socket).succeeds().output()).isEqualTo(address("192.0.2.10:5000"));
        assertThat(driver.wskGetRemoteAddress(socket).succeeds().output()).isEqualTo(address("192.0.2.20:7"));
    }

    private void echo() {
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        driver.wskSend(socket, "hello").succeeds();
        assertThat(driver.wskReceive(socket, 10).succeeds().output())
                .asString(UTF_8)
                .isEqualTo("hello");
        driver.wskDisconnect(socket).succeeds();
        driver.wskCloseSocket(socket).succeeds();
    }

    private void connectWithData() {
        ConnectionSocket socket =
                tcp(SocketFlags.WSK_FLAG_CONNECTION_SOCKET, SocketOptions.NONE).connectionSocket();
        driver.wskBind(socket, "0.0.0.0:0").succeeds();
        driver.wskConnectEx(socket, "192.0.2.20:7", "xyz").succeeds();
        assertThat(driver.wskReceive(socket, 10).succeeds().output())
                .asString(UTF_8)
                .isEqualTo("xyz");
    }

    private void reject() {
        Variable<WskInspectId> whom = new Variable<>();
        ListenSocket listen = tcp(
                        SocketFlags.WSK_FLAG_LISTEN_SOCKET,
                        SocketOptions.callbacks(
                                "listener",
                                new WskClientListenDispatch(
                                        null,
                                        (context, local, remote, id) -> {
                                            whom.set(requireNonNull(id));
                                            return WskInspectAction.WskInspectPend;
                                        },
                                        (context, id) -> NtStatus.STATUS_SUCCESS)))
                .listenSocket();
        driver.setOption(listen, Ws2def.SO_CONDITIONAL_ACCEPT, 1).succeeds();
        driver.wskBind(listen, "0.0.0.0:445").succeeds();
        network.connecting("server", "192.0.2.10:445", "1ms", new Behaviour.Discard());
        driver.clock().advanceBy("10ms");
        driver.wskInspectComplete(listen, whom.get(), WskInspectAction.WskInspectReject)
                .succeeds();
        driver.clock().advanceBy("10ms");
        assertThat(driver.packets().from("client")).hasCount(1, "RST").hasNone("SYN");
    }

    private void listenAndAccept() {
        StreamSocket server = stream(SocketOptions.NONE);
        driver.wskBind(server, "0.0.0.0:445").succeeds();
        driver.wskListen(server).succeeds();
        network.connecting("server", "192.0.2.10:445", "5ms", new Behaviour.Discard());
        ConnectionSocket accepted = driver.wskAccept(server).succeeds().connectionSocket();
        assertThat(driver.wskGetLocalAddress(accepted).succeeds().output()).isEqualTo(address("192.0.2.10:445"));
    }

    private void keepAndGiveBack() {
        Variable<WskDataIndication> kept = new Variable<>();
        ConnectionSocket socket = driver.wskSocketConnect("192.0.2.20:7", keepingIn(kept))
                .succeeds()
                .connectionSocket();
        giveBack(socket, kept);

        Variable<WskDataIndication> keptOfStream = new Variable<>();
        StreamSocket stream = stream(SocketOptions.callbacks(
                "stream", new WskClientStreamDispatch(null, connectionCallbacks(keptOfStream))));
        driver.wskBind(stream, "0.0.0.0:0").succeeds();
        driver.wskConnect(stream, "192.0.2.20:7").succeeds();
        giveBack(stream, keptOfStream);

        Variable<WskDatagramIndication> keptDatagram = new Variable<>();
        DatagramSocket datagram = driver.udpSocket(SocketOptions.callbacks(
                        "datagrams", new WskClientDatagramDispatch((context, flags, indication) -> {
                            keptDatagram.set(requireNonNull(indication));
                            return NtStatus.STATUS_PENDING;
                        })))
                .succeeds()
                .datagramSocket();
        driver.wskBind(datagram, "0.0.0.0:0").succeeds();
        driver.enableEvents(datagram, EventFlag.WSK_EVENT_RECEIVE_FROM);
        driver.wskSendTo(datagram, "192.0.2.20:53", "hello").succeeds();
        driver.clock().advanceBy("20ms");
        assertThat(driver.wskRelease(datagram, requireNonNull(keptDatagram.get())))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private void giveBack(WskSocket socket, Variable<WskDataIndication> kept) {
        assertThat(driver.enableEvents(socket, EventFlag.WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        hearHello(socket);
        assertThat(requireNonNull(kept.get()).toBytes()).asString(UTF_8).isEqualTo("hello");
        assertThat(driver.wskRelease(socket, requireNonNull(kept.get()))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private void datagrams() {
        DatagramSocket socket = driver.udpSocket(SocketOptions.NONE).succeeds().datagramSocket();
        driver.wskBind(socket, "0.0.0.0:0").succeeds();
        driver.wskSendTo(socket, "192.0.2.20:53", "one").succeeds();
        driver.wskSendMessages(socket, "192.0.2.20:53", List.of("two")).succeeds();
        assertThat(driver.wskReceiveFrom(socket, 10).succeeds().output())
                .asString(UTF_8)
                .isEqualTo("one");
        assertThat(driver.wskReceiveFrom(socket, 10).succeeds().output())
                .asString(UTF_8)
                .isEqualTo("two");
    }

    /** Sends to the echo, and lets the echo come back. */
    private void hearHello(WskSocket socket) {
        driver.wskSend(socket, "hello").succeeds();
        driver.clock().advanceBy("20ms");
    }

    private Request tcp(SocketFlags flags, SocketOptions options) {
        return driver.tcpSocket(flags, options).succeeds();
    }

    private StreamSocket stream(SocketOptions options) {
        return driver.wskSocket(
                        SocketFlags.WSK_FLAG_STREAM_SOCKET,
                        Ws2def.AF_INET,
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        options)
                .succeeds()
                .streamSocket();
    }

    private static SocketOptions keepingIn(Variable<WskDataIndication> kept) {
        return SocketOptions.callbacks("connection", connectionCallbacks(kept));
    }

    /** Callbacks that keep what WskReceiveEvent brings. */
    private static WskClientConnectionDispatch connectionCallbacks(Variable<WskDataIndication> kept) {
        return new WskClientConnectionDispatch(
                (context, flags, indication, bytes, accepted) -> {
                    kept.set(requireNonNull(indication));
                    return NtStatus.STATUS_PENDING;
                },
                null,
                null);
    }

    private static SockAddr address(String text) {
        return SockAddr.of(Endpoint.of(text));
    }
}
