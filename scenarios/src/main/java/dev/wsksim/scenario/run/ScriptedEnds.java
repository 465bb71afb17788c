package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.engine.Waiting;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.peer.Act;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConversationObserver;
import dev.wsksim.net.peer.Mismatch;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.net.peer.WaitingEnd;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.scenario.model.ConnectionExpectation.End;
import dev.wsksim.scenario.model.ConnectionSpec;
import dev.wsksim.scenario.model.PeerData;
import dev.wsksim.scenario.model.PlacedAct;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ends of connections that play by script: makes them, and turns into findings what went otherwise. */
final class ScriptedEnds {

    private final Simulation simulation;
    private final FindingsLog findings;
    private final Map<ConnectionSpec, ScriptedClient> clients = new LinkedHashMap<>();
    private final Map<String, List<TcpConnection>> accepted = new LinkedHashMap<>();
    private boolean broken;

    ScriptedEnds(Simulation simulation, FindingsLog findings) {
        this.simulation = simulation;
        this.findings = findings;
    }

    /** Returns the behaviour that a scenario writes, whose mismatches become findings. */
    Behaviour behaviour(PeerData data) {
        if (data instanceof PeerData.Ready ready) {
            return ready.behaviour();
        }
        if (data instanceof PeerData.Script script) {
            ImmutableList<Act> acts =
                    script.acts().stream().map(PlacedAct::act).collect(ImmutableList.toImmutableList());
            return new Behaviour.Conversation(acts, new ScriptObserver(script.acts()));
        }
        throw new AssertionError("nobody plays " + data);
    }

    /** Makes the opening end of a connection. */
    void add(ConnectionSpec spec, Host host, Endpoint remote) {
        ScriptedClient client = new ScriptedClient(
                simulation.loop(), simulation.trace(), host, remote, behaviour(spec.data()), spec.fromPort());
        client.connectAt(spec.at());
        clients.put(spec, client);
    }

    /** Keeps the connections of a peer, from now on. */
    void observe(ScriptedPeer peer) {
        List<TcpConnection> connections =
                accepted.computeIfAbsent(key(peer.host().name(), peer.port()), key -> new ArrayList<>());
        peer.onEstablished(connections::add);
    }

    private static String key(String host, int port) {
        return host + ":" + port;
    }

    /**
     * An end of a connection that was made.
     *
     * @param host the name of its host
     * @param connection the end
     */
    record KnownEnd(String host, TcpConnection connection) {}

    /** Returns an end that an expectation speaks of. */
    Optional<KnownEnd> find(End end) {
        if (end.port() > 0) {
            List<TcpConnection> all = accepted.getOrDefault(key(end.place().name(), end.port()), List.of());
            return end.number() > all.size()
                    ? Optional.empty()
                    : Optional.of(new KnownEnd(end.place().name(), all.get(end.number() - 1)));
        }
        return clients.entrySet().stream()
                .filter(client ->
                        client.getKey().name().name().equals(end.place().name()))
                .findFirst()
                .flatMap(client -> client.getValue()
                        .connection()
                        .map(connection -> new KnownEnd(client.getKey().from().name(), connection)));
    }

    /** Returns all ends that were made: those that opened a connection, and those that accepted one. */
    ImmutableList<KnownEnd> all() {
        ImmutableList.Builder<KnownEnd> all = ImmutableList.builder();
        clients.forEach((spec, client) -> client.connection()
                .ifPresent(connection -> all.add(new KnownEnd(spec.from().name(), connection))));
        accepted.forEach((key, connections) -> connections.forEach(
                connection -> all.add(new KnownEnd(key.substring(0, key.lastIndexOf(':')), connection))));
        return all.build();
    }

    /** Tells whether a conversation took another course than its script, so that what follows from it is missed by nobody. */
    boolean isBroken() {
        return broken;
    }

    /** Tells whether it is one of the scripted ends that waits. */
    static boolean isEnd(Waiting who) {
        return who instanceof WaitingEnd;
    }

    /** Adds a finding for each script that has not come to its end, where nothing can happen any more. */
    void checkEnded() {
        for (Waiting who : simulation.loop().waiting()) {
            if (who instanceof WaitingEnd end && !broken && !end.isGone()) {
                findings.addAtEnd(
                        FindingKind.STALL,
                        position(end),
                        "nothing can happen any more, and this act is not done",
                        "",
                        end.describe(),
                        needed(end),
                        simulation.trace().lastNumber());
            }
        }
    }

    /** Returns where the act is written that an end has come to. */
    static SourcePosition position(WaitingEnd end) {
        return end.observer() instanceof ScriptObserver observer ? observer.position(end.act()) : SourcePosition.NONE;
    }

    /** Returns what the other end has to do so that the act of an end is done. */
    private static String needed(WaitingEnd end) {
        Optional<Act> act = end.observer() instanceof ScriptObserver observer
                ? Optional.of(observer.act(end.act()))
                : Optional.empty();
        if (act.isEmpty()) {
            return "what it waits for is to come from the other end";
        }
        if (act.get() instanceof Act.ExpectEnd || act.get() instanceof Act.ReceiveRest) {
            return "the other end has to end its stream: a driver with WskDisconnect or WskCloseSocket, a script with close";
        }
        if (act.get() instanceof Act.Receive || act.get() instanceof Act.ReceiveCount) {
            return "the other end has to send these bytes: a driver with WskSend, a script with send";
        }
        if (act.get() instanceof Act.ExpectLoss) {
            return "the other end has to give the connection up: a driver with WSK_FLAG_ABORTIVE, a script with reset";
        }
        return act.get() instanceof Act.Send
                ? "the other end has to read, so that there is room for these bytes"
                : "what it waits for is to come from the other end";
    }

    /** Compares what became of the connections with what must have. */
    void checkConnections() {
        clients.forEach(this::checkConnection);
    }

    private void checkConnection(ConnectionSpec spec, ScriptedClient client) {
        Optional<ConnectFailure> failure = client.failure();
        boolean asExpected = spec.fails().isPresent() ? failure.equals(spec.fails()) : client.wasEstablished();
        if (!asExpected) {
            String actual = client.wasEstablished()
                    ? "it was established"
                    : failure.map(ScriptedEnds::text).orElse("it was neither established nor refused");
            findings.addAtEnd(
                    FindingKind.CONNECTION,
                    spec.name().position(),
                    "connection '" + spec.name() + "' came to another end",
                    spec.fails().map(ScriptedEnds::text).orElse("established"),
                    actual,
                    failure.isPresent() && spec.fails().isEmpty() ? "expect it: fails: " + word(failure.get()) : "",
                    simulation.trace().lastNumber());
        }
    }

    private static String text(ConnectFailure failure) {
        return word(failure) + ": " + failure.sentence();
    }

    private static String word(ConnectFailure failure) {
        return ConnectionSpec.word(failure);
    }

    /** Puts the mismatches of one script to the acts that they are about. */
    private final class ScriptObserver implements ConversationObserver {

        private final ImmutableList<PlacedAct> acts;

        ScriptObserver(ImmutableList<PlacedAct> acts) {
            this.acts = acts;
        }

        SourcePosition position(int act) {
            return placed(act).position();
        }

        Act act(int number) {
            return placed(number).act();
        }

        private PlacedAct placed(int act) {
            return acts.get(Math.min(act, acts.size() - 1));
        }

        @Override
        public void mismatch(Mismatch mismatch) {
            broken = true;
            findings.add(
                    FindingKind.CONVERSATION,
                    position(mismatch.act()),
                    mismatch.title(),
                    mismatch.expected(),
                    mismatch.actual(),
                    "at " + mismatch.end(),
                    simulation.trace().lastNumber());
        }
    }
}
