package dev.wsksim.cli.exercise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.scenario.run.LeftOvers;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.provider.WskClientDispatch;
import dev.wsksim.wsk.provider.WskClientNpi;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The world of one performance: a client that runs Windows, a server, and who watches. */
final class World {
    private static final String SERVER = "server";
    private static final int PORT = 7777;

    private final Simulation simulation;
    private final TraceLog trace = new TraceLog();
    private final Verifier verifier = new Verifier(StandardRules.book());
    private final WindowsHost client;
    private final WskRegistration registration = new WskRegistration();
    private final WskProviderNpi wsk;
    private final List<TcpConnection> connections = new ArrayList<>();

    World(Configuration configuration, Network network) {
        Inside inside = new Inside();
        simulation = Wsksim.simulation(
                configuration.withDecisions(new CompletionPolicy(network.completions(), inside::isAnEventRunning)));
        inside.loop = simulation.loop();
        simulation.trace().addSink(trace);
        simulation.trace().addSink(verifier);
        client = simulation.addWindowsHost(simulation.host("client", address("192.0.2.10")));
        Host server = simulation.network().addHost(simulation.host(SERVER, address("192.0.2.20")));
        LinkConfiguration link = LinkConfiguration.ofLatency(SimDuration.ofMillis(network.latencyMillis()));
        simulation.network().link(client.net(), server, link);
        simulation.network().link(server, client.net(), link);
        new ScriptedPeer(
                        simulation.loop(), simulation.trace(), server, PORT, outcomes(network), new Behaviour.Discard())
                .onEstablished(connections::add);
        wsk = load();
    }

    private static ImmutableList<ConnectOutcome> outcomes(Network network) {
        ImmutableList.Builder<ConnectOutcome> outcomes = ImmutableList.builder();
        for (int i = 0; i < network.refusals(); i++) {
            outcomes.add(new ConnectOutcome.Refuse(ConnectOutcome.ALL));
        }
        return outcomes.add(new ConnectOutcome.Accept(SimDuration.ofMillis(network.acceptMillis()), null))
                .build();
    }

    private WskProviderNpi load() {
        client.wsk()
                .wskRegister(new WskClientNpi(null, WskClientDispatch.version(Wsk.makeWskVersion(1, 0))), registration);
        Variable<WskProviderNpi> captured = new Variable<>();
        client.wsk().wskCaptureProviderNpi(registration, Wsk.WSK_INFINITE_WAIT, captured);
        return Objects.requireNonNull(captured.get());
    }

    private static HostAddress address(String text) {
        return HostAddress.parse(text).orElseThrow();
    }

    Simulation simulation() {
        return simulation;
    }

    WindowsHost client() {
        return client;
    }

    WskProviderNpi wsk() {
        return wsk;
    }

    Verifier verifier() {
        return verifier;
    }

    /** Releases and deregisters what the driver was loaded with, and lets happen what comes of it. */
    void unload() {
        client.wsk().wskReleaseProviderNpi(registration);
        client.wsk().wskDeregister(registration, () -> {});
        simulation.loop().run();
        verifier.driverUnloaded();
    }

    /** Returns what the driver has not given back, as far as no rule tells of it already. */
    ImmutableList<String> leftOvers() {
        return LeftOvers.of(client, ImmutableList.of(registration), true).entrySet().stream()
                .filter(left -> LeftOvers.rule(left.getKey()).stream().noneMatch(this::isBroken))
                .map(left -> "something is left over: " + left.getKey().word() + ": " + left.getValue())
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isBroken(String id) {
        return verifier.violations().stream()
                .anyMatch(violation -> violation.rule().id().text().equals(id));
    }

    /** Returns how many connections came about. */
    int connections() {
        return connections.size();
    }

    /** Returns all that was sent to the server, in the order of its sequence numbers, connection by connection. */
    String received() {
        StringBuilder text = new StringBuilder();
        for (TcpConnection connection : connections) {
            TreeMap<Integer, String> pieces = new TreeMap<>();
            for (TraceEntry entry : trace.entries()) {
                if (entry.record() instanceof PacketSent sent
                        && sent.packet().payload() instanceof TcpSegment segment
                        && segment.sourcePort() == connection.remote().port()
                        && segment.destinationPort() == PORT
                        && segment.data().length() > 0) {
                    pieces.put(
                            segment.sequence() - connection.irs(),
                            new String(segment.data().toByteArray(), ISO_8859_1));
                }
            }
            pieces.values().forEach(text::append);
        }
        return text.toString();
    }

    /** Knows whether an event runs, once there is a loop: decisions are made only then. */
    private static final class Inside {
        private @Nullable SimulationLoop loop;

        boolean isAnEventRunning() {
            return loop != null && loop.isRunning();
        }
    }
}
