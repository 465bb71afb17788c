package dev.wsksim.scenario.run;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.waits.WaitGraph;
import dev.wsksim.verifier.waits.WaitNode;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.WskCallEntered;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Tells who has to do what so that a run that stands still goes on: the other end where a request waits for it, else the driver. */
final class StallHint {
    private static final String OWN_STEP = "what is waited for needs a step of its own, before the step that waits";
    private static final String GIVE_UP = "; or cancel the IRP or close the socket in a step before the one that waits";

    private final WaitGraph graph;
    private final TraceLog trace;

    private StallHint(WaitGraph graph, TraceLog trace) {
        this.graph = graph;
        this.trace = trace;
    }

    /** Returns the hint about who waits for whom. */
    static String about(WaitGraph graph, TraceLog trace) {
        return new StallHint(graph, trace).text();
    }

    private String text() {
        Set<String> needs = new LinkedHashSet<>();
        graph.roots().stream()
                .filter(root -> root.kind() == WaitNode.Kind.STEP || root.kind() == WaitNode.Kind.CALL)
                .forEach(root -> add(root, needs, new LinkedHashSet<>()));
        return needs.isEmpty() ? OWN_STEP : String.join("; ", needs) + standing() + GIVE_UP;
    }

    private void add(WaitNode node, Set<String> needs, Set<String> seen) {
        if (!seen.add(node.id())) {
            return;
        }
        var next = graph.awaited().get(node.id());
        if (next.isEmpty()) {
            trace.entry(node.entry())
                    .map(TraceEntry::record)
                    .filter(record -> node.kind() == WaitNode.Kind.IRP && record instanceof WskCallEntered)
                    .flatMap(record -> needed(((WskCallEntered) record).function()))
                    .ifPresent(needs::add);
        }
        next.forEach(one -> add(one, needs, seen));
    }

    /** A scripted end that waits too cannot do it before that act. */
    private String standing() {
        return graph.nodes().stream()
                .filter(node -> node.kind() == WaitNode.Kind.CONNECTION_END)
                .findFirst()
                .map(end ->
                        ", before its act " + (end.line() == 0 ? "" : "in line " + end.line() + " ") + "that waits too")
                .orElse("");
    }

    /** Returns what has to come from outside so that a request of this function completes; empty where the driver does it. */
    private static Optional<String> needed(WskFunction function) {
        return switch (function) {
            case WskReceive ->
                Optional.of("the peer has to send data or to end its stream: data: [send: hello, close]");
            case WskReceiveFrom -> Optional.of("somebody has to send a datagram to the socket");
            case WskAccept -> Optional.of("somebody has to connect to the listening socket");
            case WskConnect, WskConnectEx, WskSocketConnect ->
                Optional.of("the peer has to answer the SYN: connect: accept, or refuse");
            case WskSend, WskSendTo, WskSendMessages -> Optional.of("the network has to take what is sent");
            case WskDisconnect -> Optional.of("the peer has to acknowledge the FIN");
            default -> Optional.empty();
        };
    }
}
