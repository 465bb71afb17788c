package dev.wsksim.scenario.report;

import dev.wsksim.verifier.waits.WaitEdge;
import dev.wsksim.verifier.waits.WaitGraph;
import dev.wsksim.verifier.waits.WaitNode;

/** Writes a wait-for graph as a member of a result. */
final class WaitsJson {

    private WaitsJson() {}

    /** Writes nodes, edges, and the cycles by the ids of their nodes. */
    static void write(WaitGraph graph, JsonText json) {
        json.beginObject("waits").number("atNanos", graph.at().nanos()).beginList("nodes");
        for (WaitNode node : graph.nodes()) {
            json.beginObject().text("id", node.id()).text("kind", node.kind().label());
            json.text("label", node.label()).number("sinceNanos", node.since().nanos());
            json.number("entry", node.entry()).number("line", node.line());
            if (!node.file().isEmpty()) {
                json.text("file", node.file());
            }
            json.text("releasedBy", node.releasedBy()).end('}');
        }
        json.end(']').beginList("edges");
        for (WaitEdge edge : graph.edges()) {
            json.beginObject().text("waiter", edge.waiter());
            json.text("awaited", edge.awaited()).end('}');
        }
        json.end(']').beginList("cycles");
        graph.cycles().forEach(cycle -> {
            json.beginObject().beginList("nodes");
            cycle.forEach(node -> json.element(node.id()));
            json.end(']').end('}');
        });
        json.end(']').end('}');
    }
}
