package dev.wsksim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.ScriptedPolicy;
import dev.wsksim.engine.SeededPolicy;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.engine.Waiting;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.client.CachedSecurityDescriptor;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.dispatch.WskProviderDispatch;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The world of every WSK test:
 *
 * <pre>
 *   client (Windows, WSK)                                        server
 *   192.0.2.10, 192.0.2.11                                       192.0.2.20
 *   2001:db8::10, 2001:db8::11     ── 1 ms each way ──           2001:db8::20
 *   one registered driver,                                       a scripted peer at port 445,
 *   provider NPI captured                                        nobody at any other port
 * </pre>
 *
 * <p>{@link #play} runs a test body in two fresh worlds, ends each as a tidy driver would, audits it, and compares the digests. Further calls are in {@link
 * SocketCalls}.
 */
public final class WskWorld {

    public static final Endpoint SERVER = Endpoint.of("192.0.2.20:445");
    public static final Endpoint SERVER6 = Endpoint.of("[2001:db8::20]:445");

    public final Simulation simulation;
    public final SimulationLoop loop;
    public final TraceLog log = new TraceLog();
    public final WindowsHost client;
    public final Host server;
    public final Link there;
    public final Link back;
    public final ScriptedPeer peer;
    public final IoManager io;
    /** Set by {@link #register}. */
    public WskRegistration registration;
    /** Set by {@link #register}. */
    public WskClient wskClient;
    /** Set by {@link #register}. */
    public WskProviderDispatch dispatch;

    private final TraceDigest digest = new TraceDigest();
    private final List<RecordedCall> calls = new ArrayList<>();
    private final List<RecordedCall> completed = new ArrayList<>();
    private final List<WskSocket> sockets = new ArrayList<>();

    private WskWorld(WorldSetup setup) {
        simulation = Wsksim.simulation(new Configuration(
                setup.seed,
                setup.profile,
                Configuration.DEFAULT.limits(),
                randoms -> policy(setup, randoms.stream("decisions"))));
        simulation.trace().addSink(log);
        simulation.trace().addSink(digest);
        loop = simulation.loop();
        HostConfiguration clientHost =
                setup.clientHost.apply(host("client", "10", "11").withTcp(setup.profile.tcp()));
        client = simulation.addWindowsHost(clientHost, setup.characteristics, setup.wskReadyAfter);
        io = client.io();
        server = simulation.network().addHost(host("server", "20"));
        there = simulation.network().link(client.net(), server, setup.there);
        back = simulation.network().link(server, client.net(), setup.back);
        peer = new ScriptedPeer(loop, simulation.trace(), server, SERVER.port(), setup.outcomes);
        if (setup.registered) {
            register();
        }
    }

    /** Plays a body in two fresh plain worlds. */
    public static void play(Consumer<WskWorld> body) {
        play(WorldSetup.PLAIN, body);
    }

    /** Plays a body in two fresh worlds; each is tidied up and audited, and both must have the same digest. */
    public static void play(WorldSetup setup, Consumer<WskWorld> body) {
        String first = playOnce(setup, body);
        assertThat(playOnce(setup, body)).as("digest of the second run").isEqualTo(first);
    }

    private static String playOnce(WorldSetup setup, Consumer<WskWorld> body) {
        WskWorld world = new WskWorld(setup);
        try {
            body.accept(world);
            world.tidyUp();
            world.audit();
            return world.digest.hex();
        } catch (Throwable failure) {
            failure.addSuppressed(new IllegalStateException("the trace ended with\n" + world.lastLines(60)));
            throw failure;
        }
    }

    private static DecisionPolicy policy(WorldSetup setup, RandomStream stream) {
        DecisionPolicy otherwise = setup.seededDecisions ? new SeededPolicy(stream) : DecisionPolicy.TYPICAL;
        return setup.script.isEmpty() ? otherwise : new ScriptedPolicy(setup.script, otherwise);
    }

    private static HostConfiguration host(String name, String... numbers) {
        List<HostAddress> addresses = new ArrayList<>();
        for (String number : numbers) {
            addresses.add(HostAddress.parse("192.0.2." + number).orElseThrow());
            addresses.add(HostAddress.parse("2001:db8::" + number).orElseThrow());
        }
        return HostConfiguration.of(name, addresses.toArray(HostAddress[]::new));
    }

    /** Registers a driver that asks for version 1.0 and captures the provider NPI. */
    public void register() {
        registration = new WskRegistration();
        assertThat(client.wsk().wskRegister(clientNpi(), registration)).isEqualTo(NtStatus.STATUS_SUCCESS);
        Variable<WskProviderNpi> npi = new Variable<>();
        assertThat(client.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_NO_WAIT, npi))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        wskClient = npi.get().client();
        dispatch = npi.get().dispatch();
    }

    public static WskClientNpi clientNpi() {
        return new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0)));
    }

    /** Allocates an IRP with a recording completion routine that is invoked always. */
    public RecordedCall prepare() {
        RecordedCall call = new RecordedCall(this, io.ioAllocateIrp(1, false));
        calls.add(call);
        return call;
    }

    /** The arguments of a WskSocketConnect to the peer. */
    public ConnectArguments connect() {
        return new ConnectArguments(this);
    }

    /** The functions that work on sockets made by WskSocket. */
    public SocketCalls sockets() {
        return new SocketCalls(this);
    }

    /** The functions that work on listening sockets. */
    public ListenCalls listening() {
        return new ListenCalls(this);
    }

    /** A client on the server's host that opens a connection so many milliseconds from now. */
    public ScriptedClient clientOnServer(String remote, long afterMillis, Behaviour behaviour) {
        ScriptedClient made = new ScriptedClient(loop, simulation.trace(), server, Endpoint.of(remote), behaviour);
        made.connectAt(
                new SimTime(loop.nowNanos() + SimDuration.ofMillis(afterMillis).nanos()));
        return made;
    }

    /** Runs the simulation dry. */
    public LoopOutcome run() {
        return loop.run();
    }

    /** Runs the simulation for so many milliseconds. */
    public void runFor(long millis) {
        loop.runUntil(loop.nowNanos() + SimDuration.ofMillis(millis).nanos());
    }

    /** Schedules something so many milliseconds from now. */
    public void in(long millis, Runnable action) {
        loop.schedule(SimDuration.ofMillis(millis).nanos(), action::run);
    }

    /** The calls in the order of their completion. */
    public List<RecordedCall> completionOrder() {
        return List.copyOf(completed);
    }

    /** The records of a class in their order. */
    public <R extends TraceRecord> List<R> records(Class<R> type) {
        return log.entries().stream()
                .map(TraceEntry::record)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Every packet that was sent, such as {@code 1ms client > server: SYN}. */
    public List<String> packets() {
        return log.entries().stream()
                .filter(entry -> entry.record() instanceof PacketSent)
                .map(entry -> entry.time() + " " + ((PacketSent) entry.record()).link() + ": "
                        + ((PacketSent) entry.record()).packet().label())
                .toList();
    }

    /** The last lines of the trace. */
    public String lastLines(int count) {
        List<TraceEntry> entries = log.entries();
        return entries.subList(Math.max(0, entries.size() - count), entries.size()).stream()
                .map(entry -> entry.number() + " <" + entry.cause() + " " + entry.time() + " "
                        + entry.record().describe())
                .collect(Collectors.joining("\n"));
    }

    void handedOut(WskSocket socket) {
        sockets.add(socket);
    }

    void completed(RecordedCall call) {
        completed.add(call);
    }

    /** Does what a tidy driver does before it unloads: closes what it was handed, releases, deregisters, frees. */
    private void tidyUp() {
        loop.run();
        for (WskSocket socket : sockets) {
            if (client.sockets().open().contains(socket)) {
                sockets().close(socket).await();
            }
        }
        if (wskClient != null) {
            for (CachedSecurityDescriptor cached :
                    wskClient.securityDescriptors().live()) {
                while (wskClient.securityDescriptors().live().contains(cached)) {
                    wskClient.securityDescriptors().release(cached);
                }
            }
            while (wskClient.isCaptured()) {
                client.wsk().wskReleaseProviderNpi(registration);
            }
            if (registration.state() == WskRegistration.State.REGISTERED) {
                client.wsk().wskDeregister(registration);
            }
        }
        for (RecordedCall call : calls) {
            if (call.irp().state() != IrpState.FREED) {
                io.ioFreeIrp(call.irp());
            }
        }
    }

    /** Fails unless every IRP that was handed over was completed exactly once, and nothing is pending, open, unfreed or registered. */
    public void audit() {
        assertThat(loop.run()).as("what is left to happen").isEqualTo(LoopOutcome.DRAINED);
        assertThat(loop.waiting().stream().map(Waiting::describe))
                .as("who waits")
                .isEmpty();
        for (RecordedCall call : calls) {
            assertThat(call.completions()).as("%s", call).isEqualTo(call.expectedCompletions());
        }
        assertThat(client.sockets().open()).as("open sockets").isEmpty();
        assertThat(io.liveIrps()).as("IRPs that are not freed").isEmpty();
        assertThat(client.wsk().registrations()).as("registrations").isEmpty();
        assertThat(client.net().tcp().connections()).as("TCP connections").isEmpty();
        assertThat(boundPorts()).as("bound ports").isEmpty();
        if (wskClient != null) {
            assertThat(wskClient.deregisterWaitsFor())
                    .as("what WskDeregister would wait for")
                    .isEmpty();
        }
    }

    private List<Integer> boundPorts() {
        return IntStream.rangeClosed(1, Endpoint.MAX_PORT)
                .filter(port -> !client.sockets()
                                .addressesOf(Ws2def.AF_INET)
                                .bindingsOf(port)
                                .isEmpty()
                        || !client.sockets()
                                .addressesOf(Ws2def.AF_INET6)
                                .bindingsOf(port)
                                .isEmpty())
                .boxed()
                .toList();
    }
}
