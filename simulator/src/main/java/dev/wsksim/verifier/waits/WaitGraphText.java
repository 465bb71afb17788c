package dev.wsksim.verifier.waits;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a wait-for graph for people: who waits above what is waited for, and at the bottom what would release it. */
public final class WaitGraphText {

    private static final int MOST_LINES = 40;

    private final WaitGraph graph;
    private final ImmutableListMultimap<String, WaitNode> awaited;
    private final ImmutableList.Builder<String> lines = ImmutableList.builder();
    private final Set<String> told = new LinkedHashSet<>();

    private WaitGraphText(WaitGraph graph) {
        this.graph = graph;
        this.awaited = graph.awaited();
    }

    /** Returns the lines; none where nobody waits. What goes beyond forty lines is counted only. */
    public static ImmutableList<String> lines(WaitGraph graph) {
        return new WaitGraphText(graph).lines();
    }

    private ImmutableList<String> lines() {
        graph.roots().forEach(root -> tell(root, 0));
        graph.cycles()
                .forEach(cycle -> lines.add("cycle: "
                        + cycle.stream().map(WaitNode::label).collect(Collectors.joining(" -> ")) + " -> "
                        + cycle.get(0).label()));
        ImmutableList<String> all = lines.build();
        return all.size() <= MOST_LINES
                ? all
                : ImmutableList.<String>builder()
                        .addAll(all.subList(0, MOST_LINES - 1))
                        .add("... " + (all.size() - MOST_LINES + 1) + " lines more")
                        .build();
    }

    private void tell(WaitNode node, int depth) {
        String what = depth == 0 ? node.label() : "waits for " + node.label();
        String indent = "  ".repeat(depth);
        boolean again = !told.add(node.id());
        if (again) {
            lines.add(indent + what + " (see above)");
            return;
        }
        lines.add(indent + what + where(node));
        ImmutableList<WaitNode> next = awaited.get(node.id());
        next.forEach(one -> tell(one, depth + 1));
        if (next.isEmpty() && !node.releasedBy().isEmpty()) {
            lines.add(indent + "  " + node.releasedBy() + " would release it; nothing has by " + graph.at());
        }
    }

    private String where(WaitNode node) {
        return ", since " + node.since() + " (for " + graph.at().since(node.since()) + ")"
                + (node.line() == 0 ? "" : ", line " + node.line())
                + (node.file().isEmpty() ? "" : " of " + node.file());
    }
}
