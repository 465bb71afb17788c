package dev.wsksim.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.cli.bench.Workload;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.CompletionRoutine;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import org.jspecify.annotations.Nullable;

/**
 * A driver that connects with WskSocketConnect over a link of 1 ms and closes with WskCloseSocket, again and again, with one reused IRP; one operation is one
 * connect and close, four packets.
 */
final class ConnectClose implements Workload {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT.withLimits(Limits.NONE));
    private final TraceDigest digest = new TraceDigest();
    private final WindowsHost client;
    private final WskProviderNpi npi;
    private final Irp irp;
    private final SockAddr local = SockAddr.wildcard(IpFamily.IPV4, 0);
    private final SockAddr remote = SockAddr.of(Endpoint.of("192.0.2.20:445"));
    private boolean completed;
    private long connects;

    /** The driver's completion routine. */
    private final CompletionRoutine routine = (device, done, context) -> {
        completed = true;
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    };

    /**
     * Makes the world and registers the driver.
     *
     * @param digested whether every record is built and summed up
     */
    ConnectClose(boolean digested) {
        if (digested) {
            simulation.trace().addSink(digest);
        }
        client = simulation.addWindowsHost(host("client", "192.0.2.10"));
        Host server = simulation.network().addHost(host("server", "192.0.2.20"));
        LinkConfiguration link = LinkConfiguration.ofLatency(SimDuration.ofMillis(1));
        simulation.network().link(client.net(), server, link);
        simulation.network().link(server, client.net(), link);
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                445,
                ImmutableList.of(new ConnectOutcome.Accept(SimDuration.ZERO)));
        npi = register();
        irp = client.io().ioAllocateIrp(1, false);
    }

    @Override
    public long run(long operations) {
        for (long i = 0; i < operations; i++) {
            ConnectionSocket socket = connect();
            close(socket);
        }
        connects += operations;
        return operations;
    }

    /** Returns the trace's digest, or, with the trace off, what can be told of the run without it. */
    @Override
    public String digest() {
        return simulation.trace().isActive()
                ? digest.hex()
                : connects + " connects, " + simulation.loop().firedEvents() + " events, "
                        + simulation.loop().now();
    }

    private ConnectionSocket connect() {
        prepare();
        npi.dispatch()
                .wskSocketConnect(
                        npi.client(),
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        local,
                        remote,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        irp);
        return requireSocket(await());
    }

    private void close(ConnectionSocket socket) {
        prepare();
        WskProviderConnectionDispatch.of(socket).wskCloseSocket(socket, irp);
        await();
    }

    private void prepare() {
        completed = false;
        client.io().ioSetCompletionRoutine(irp, routine, null, true, true, true);
    }

    private @Nullable Object await() {
        while (!completed) {
            simulation.loop().step();
        }
        if (irp.status() != NtStatus.STATUS_SUCCESS) {
            throw new IllegalStateException("the IRP completed with " + irp.status());
        }
        Object delivered = irp.informationObject();
        client.io().ioReuseIrp(irp, NtStatus.STATUS_UNSUCCESSFUL);
        return delivered;
    }

    private static ConnectionSocket requireSocket(@Nullable Object delivered) {
        if (delivered instanceof ConnectionSocket socket) {
            return socket;
        }
        throw new IllegalStateException("no socket was delivered");
    }

    private WskProviderNpi register() {
        WskRegistration registration = new WskRegistration();
        Variable<WskProviderNpi> captured = new Variable<>();
        client.wsk().wskRegister(new WskClientNpi(null, WskClientDispatch.version(0x0100)), registration);
        client.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_NO_WAIT, captured);
        WskProviderNpi interfaceOfProvider = captured.get();
        if (interfaceOfProvider == null) {
            throw new IllegalStateException("the provider was not captured");
        }
        return interfaceOfProvider;
    }

    private static HostConfiguration host(String name, String address) {
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow());
    }
}
