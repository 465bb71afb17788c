package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.se.SecurityDescriptor;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.client.UncachedSecurityDescriptor;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.control.SocketControlRequest;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;
import dev.wsksim.wsk.flag.ClientControlCode;
import dev.wsksim.wsk.flag.SocketControlCode;
import dev.wsksim.wsk.flag.SocketFlags;
import dev.wsksim.wsk.flag.WskControlSocketType;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.WskClientConnectionDispatch;

/**
 * A small world with a verifier: a Windows host with a driver that is registered and has captured the provider, and a
 * peer that accepts on port 445. Every method is one correct step of a driver, unless its arguments say otherwise.
 */
final class VerifiedRun {

    static final SockAddr LOCAL = SockAddr.wildcard(IpFamily.IPV4, 0);
    static final SockAddr REMOTE = SockAddr.of(Endpoint.parse("192.0.2.20:445").orElseThrow());
    static final SockAddr LOCAL6 = SockAddr.wildcard(IpFamily.IPV6, 0);
    static final WskClientConnectionDispatch TABLE = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> NtStatus.STATUS_SUCCESS, null, null);

    final Simulation simulation;
    final WindowsHost host;
    final TraceLog log = new TraceLog();
    final Verifier verifier = new Verifier(StandardRules.book());
    final WskRegistration registration = new WskRegistration();
    WskClient client;
    WskProviderDispatch dispatch;

    VerifiedRun() {
        this(DecisionPolicy.TYPICAL, true);
    }

    VerifiedRun(DecisionPolicy decisions, boolean verified) {
        simulation = Wsksim.simulation(Configuration.DEFAULT.withDecisions(decisions));
        simulation.trace().addSink(log);
        if (verified) {
            simulation.trace().addSink(verifier);
        }
        host = simulation.addWindowsHost(named("client", "192.0.2.10"));
        Host server = simulation.network().addHost(named("server", "192.0.2.20"));
        LinkConfiguration link = LinkConfiguration.ofLatency(SimDuration.ofMillis(1));
        simulation.network().link(host.net(), server, link);
        simulation.network().link(server, host.net(), link);
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                445,
                ImmutableList.of(new ConnectOutcome.Accept(SimDuration.ZERO)));
        register(0);
        capture();
    }

    private static HostConfiguration named(String name, String address) {
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow());
    }

    void register(int reserved) {
        WskClientDispatch table = new WskClientDispatch(Wsk.makeWskVersion(1, 0), reserved);
        host.wsk().wskRegister(new WskClientNpi(null, table), registration);
    }

    void capture() {
        Variable<WskProviderNpi> npi = new Variable<>();
        host.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_NO_WAIT, npi);
        WskProviderNpi captured = npi.get();
        if (captured != null) {
            client = captured.client();
            dispatch = captured.dispatch();
        }
    }

    void release() {
        host.wsk().wskReleaseProviderNpi(registration);
    }

    void deregister() {
        host.wsk().wskDeregister(registration, () -> {});
        settle();
    }

    /** Ends the driver as it should end, and returns the broken rules. */
    ImmutableList<String> unload() {
        release();
        deregister();
        return unloadAsItIs();
    }

    /** Ends the driver without any clean-up, and returns the broken rules. */
    ImmutableList<String> unloadAsItIs() {
        verifier.driverUnloaded();
        return broken();
    }

    /** Returns the ids of the broken rules, one for each violation. */
    ImmutableList<String> broken() {
        return verifier.violations().stream()
                .map(violation -> violation.rule().id().text())
                .collect(ImmutableList.toImmutableList());
    }

    /** Lets virtual time pass until nothing is left to happen in the next second. */
    void settle() {
        simulation
                .loop()
                .runUntil(simulation.loop().now().plus(SimDuration.ofSeconds(1)).nanos());
    }

    /** Runs something that Windows would answer with a bug check, and goes on. */
    static void blueScreen(Runnable body) {
        try {
            body.run();
        } catch (SimulatedBugCheck expected) {
            return;
        }
        throw new AssertionError("no bug check came");
    }

    Irp bareIrp() {
        return host.io().ioAllocateIrp(1, false);
    }

    /** An IRP with a proper completion routine. */
    Irp irp() {
        return prepared(bareIrp());
    }

    Irp prepared(Irp irp) {
        CompletionRoutine routine = (device, back, context) -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        host.io().ioSetCompletionRoutine(irp, routine, null, true, true, true);
        return irp;
    }

    /** Frees an IRP when its request is over. */
    void free(Irp irp) {
        settle();
        host.io().ioFreeIrp(irp);
    }

    NtStatus socketConnect(Irp irp) {
        return socketConnect(LOCAL, REMOTE, null, irp);
    }

    NtStatus socketConnect(SockAddr local, SockAddr remote, SecurityDescriptorPointer descriptor, Irp irp) {
        return dispatch.wskSocketConnect(
                client,
                Ws2def.SOCK_STREAM,
                Ws2def.IPPROTO_TCP,
                local,
                remote,
                0,
                null,
                null,
                null,
                null,
                descriptor,
                irp);
    }

    /** A socket that WskSocket made. */
    ConnectionSocket socket() {
        return socket(null, null);
    }

    ConnectionSocket socket(Object context, WskClientConnectionDispatch table) {
        Irp irp = irp();
        socketWith(Ws2def.IPPROTO_TCP, Wsk.WSK_FLAG_CONNECTION_SOCKET, context, table, irp);
        settle();
        ConnectionSocket socket = (ConnectionSocket) irp.informationObject();
        free(irp);
        return socket;
    }

    /** Makes a basic socket, and leaves it open. */
    void basicSocket(Object context, WskClientConnectionDispatch table) {
        Irp irp = irp();
        socketWith(Ws2def.IPPROTO_TCP, Wsk.WSK_FLAG_BASIC_SOCKET, context, table, irp);
        settle();
        free(irp);
    }

    /** Makes a connection socket with any table, and closes it. */
    void closedSocketWith(ClientTable table) {
        Irp irp = irp();
        socketWith(Ws2def.IPPROTO_TCP, Wsk.WSK_FLAG_CONNECTION_SOCKET, "context", table, irp);
        settle();
        close((ConnectionSocket) irp.informationObject());
        free(irp);
    }

    NtStatus socketWith(int protocol, int flags, Object context, ClientTable table, Irp irp) {
        return dispatch.wskSocket(
                client,
                Ws2def.AF_INET,
                Ws2def.SOCK_STREAM,
                protocol,
                new SocketFlags(flags),
                context,
                table,
                null,
                null,
                null,
                irp);
    }

    /** A socket that WskSocketConnect connected. */
    ConnectionSocket connected() {
        Irp irp = irp();
        socketConnect(irp);
        settle();
        ConnectionSocket socket = (ConnectionSocket) irp.informationObject();
        free(irp);
        return socket;
    }

    static WskProviderConnectionDispatch table(ConnectionSocket socket) {
        return WskProviderConnectionDispatch.of(socket);
    }

    void bind(ConnectionSocket socket) {
        Irp irp = irp();
        table(socket).wskBind(socket, LOCAL, 0, irp);
        free(irp);
    }

    void close(ConnectionSocket socket) {
        Irp irp = irp();
        table(socket).wskCloseSocket(socket, irp);
        free(irp);
    }

    NtStatus setOption(ConnectionSocket socket, SocketControlRequest request, Irp irp) {
        return table(socket)
                .wskControlSocket(
                        socket,
                        new WskControlSocketType(request.requestType()),
                        new SocketControlCode(request.controlCode()),
                        request.level(),
                        request.inputSize(),
                        request.input(),
                        request.outputSize(),
                        request.output(),
                        request.outputSizeReturned(),
                        irp);
    }

    NtStatus setReuseAddr(ConnectionSocket socket, Irp irp) {
        return setOption(socket, SocketControlRequest.setUlong(Ws2def.SO_REUSEADDR, 1), irp);
    }

    NtStatus setSecurity(ConnectionSocket socket, SecurityDescriptorPointer descriptor, Irp irp) {
        SocketControlRequest request = new SocketControlRequest(
                Wsk.WSK_SET_OPTION,
                Wsk.SO_WSK_SECURITY,
                Ws2def.SOL_SOCKET,
                Wsk.SIZE_OF_POINTER,
                new Variable<>(descriptor),
                0,
                null,
                null);
        return setOption(socket, request, irp);
    }

    static SecurityDescriptorPointer uncached() {
        return new UncachedSecurityDescriptor(SecurityDescriptor.NONE);
    }

    CachedSecurityDescriptor cache() {
        Variable<Object> output = new Variable<>();
        control(Wsk.WSK_CACHE_SD, uncached(), output, null);
        return (CachedSecurityDescriptor) output.get();
    }

    NtStatus releaseDescriptor(SecurityDescriptorPointer descriptor) {
        return control(Wsk.WSK_RELEASE_SD, descriptor, null, null);
    }

    NtStatus control(int code, SecurityDescriptorPointer input, Variable<?> output, Irp irp) {
        return dispatch.wskControlClient(
                client,
                new ClientControlCode(code),
                Wsk.SIZE_OF_POINTER,
                new Variable<>(input),
                output == null ? 0 : Wsk.SIZE_OF_POINTER,
                output,
                null,
                irp);
    }
}
