package dev.wsksim.guide;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.PoolBlock;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.dispatch.WskProviderConnectionDispatch;
import dev.wsksim.wsk.flag.ReceiveFlags;
import dev.wsksim.wsk.flag.SendFlags;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FirstDriverTest {

    // The world: two hosts, 5 ms apart, with an echo service at port 7 of the server.
    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final TraceDigest digest = new TraceDigest();
    private final Verifier verifier = new Verifier(StandardRules.book());
    private final WindowsHost client;

    FirstDriverTest() {
        simulation.trace().addSink(digest); // sinks come first: they see everything from then on
        simulation.trace().addSink(verifier);
        client = simulation.addWindowsHost(
                simulation.host("client", HostAddress.parse("192.0.2.10").orElseThrow()));
        Host server = simulation
                .network()
                .addHost(simulation.host(
                        "server", HostAddress.parse("192.0.2.20").orElseThrow()));
        LinkConfiguration fiveMillis = LinkConfiguration.ofLatency(SimDuration.ofMillis(5));
        simulation.network().link(client.net(), server, fiveMillis);
        simulation.network().link(server, client.net(), fiveMillis);
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                7,
                List.of(new ConnectOutcome.Accept(SimDuration.ZERO, null)),
                new Behaviour.Echo());
    }

    /** Makes a call with an IRP, and waits for its completion as a thread of the driver does. */
    private Irp await(Function<Irp, NtStatus> call) {
        KEvent done = new KEvent(client.waits(), "done", EventType.SynchronizationEvent, false);
        Irp irp = client.io().ioAllocateIrp(1, false);
        client.io().ioSetCompletionRoutine(irp, (device, completed, context) -> {
            done.keSetEvent();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        call.apply(irp);
        client.waits().keWaitForSingleObject(done, KernelWaits.NO_TIMEOUT);
        return irp;
    }

    private void succeeds(Function<Irp, NtStatus> call) {
        Irp irp = await(call);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        client.io().ioFreeIrp(irp);
    }

    @Test
    void echo_comesBackAfterOneRoundTrip() {
        // DriverEntry
        WskRegistration registration = new WskRegistration();
        WskClientNpi npi = new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0)));
        client.wsk().wskRegister(npi, registration);
        Variable<WskProviderNpi> provider = new Variable<>();
        client.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_INFINITE_WAIT, provider);

        // WskSocketConnect, whose IRP delivers the socket
        Irp connect = await(irp -> provider.get()
                .dispatch()
                .wskSocketConnect(
                        provider.get().client(),
                        Ws2def.SOCK_STREAM,
                        Ws2def.IPPROTO_TCP,
                        SockAddr.of(Endpoint.of("0.0.0.0:0")),
                        SockAddr.of(Endpoint.of("192.0.2.20:7")),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        irp));
        assertThat(connect.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(simulation.loop().now()).hasToString("10ms");
        ConnectionSocket socket = (ConnectionSocket) connect.informationObject();
        client.io().ioFreeIrp(connect);
        WskProviderConnectionDispatch table = WskProviderConnectionDispatch.of(socket);

        // WskSend and WskReceive, out of one piece of non-paged memory
        PoolBlock memory = client.memory().nonPaged("hello".getBytes(US_ASCII));
        Mdl mdl = client.memory().mdlOf(memory);
        succeeds(irp -> table.wskSend(socket, WskBuf.of(mdl), SendFlags.WSK_FLAG_NODELAY, irp));
        succeeds(irp -> table.wskReceive(socket, WskBuf.of(mdl), ReceiveFlags.WSK_FLAG_WAITALL, irp));
        assertThat(simulation.loop().now()).hasToString("20ms");
        client.memory().ioFreeMdl(mdl);
        client.memory().exFreePool(memory);

        // DriverUnload
        succeeds(irp -> table.wskCloseSocket(socket, irp));
        client.wsk().wskReleaseProviderNpi(registration);
        client.wsk().wskDeregister(registration);
        verifier.driverUnloaded();

        // The audit: nothing left to happen, no rule broken, nothing left over
        assertThat(simulation.loop().run()).isEqualTo(LoopOutcome.DRAINED);
        assertThat(verifier.violations()).isEmpty();
        assertThat(client.sockets().open()).isEmpty();
        assertThat(client.io().liveIrps()).isEmpty();
        assertThat(client.wsk().registrations()).isEmpty();
    }

    @Test
    void twoRuns_areTheSame() {
        FirstDriverTest other = new FirstDriverTest();
        echo_comesBackAfterOneRoundTrip();
        other.echo_comesBackAfterOneRoundTrip();

        assertThat(digest.hex()).isEqualTo(other.digest.hex());
    }
}
