package dev.wsksim.verifier.waits;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.wsksim.engine.SimTime;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wait-for graph at an instant: who waits, for what, and what would release it.
 *
 * <p>A node without an edge that leaves it can go on only by what its {@link WaitNode#releasedBy()} names. Nodes that wait
 * for each other in a cycle can never go on; {@link #cycles()} names them.
 *
 * @param at the instant
 * @param nodes the nodes, in the order in which they were found
 * @param edges the edges, in the order in which they were found
 */
public record WaitGraph(SimTime at, ImmutableList<WaitNode> nodes, ImmutableList<WaitEdge> edges) {

    /** A graph in which nobody waits. */
    public static final WaitGraph EMPTY = new WaitGraph(SimTime.START, ImmutableList.of(), ImmutableList.of());

    /** Makes the graph of a run on one Windows host from its whole trace, as of an instant behind it. */
    public static WaitGraph of(List<TraceEntry> trace, SimTime at) {
        WaitFollower follower = new WaitFollower();
        trace.forEach(follower::accept);
        Builder graph = new Builder(at);
        follower.addTo(graph, WaitNames.PLAIN);
        return graph.build();
    }

    /** Tells whether nobody waits. */
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** Returns the nodes that each node waits for, by the id of the one that waits. */
    public ImmutableListMultimap<String, WaitNode> awaited() {
        Map<String, WaitNode> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        ImmutableListMultimap.Builder<String, WaitNode> awaited = ImmutableListMultimap.builder();
        for (WaitEdge edge : edges) {
            WaitNode next = byId.get(edge.awaited());
            if (next == null || !byId.containsKey(edge.waiter())) {
                throw new IllegalArgumentException("an edge without its nodes: " + edge);
            }
            awaited.put(edge.waiter(), next);
        }
        return awaited.build();
    }

    /** Returns the nodes for which nobody waits, and then the first one of each cycle for which nobody else does. */
    public ImmutableList<WaitNode> roots() {
        ImmutableListMultimap<String, WaitNode> awaited = awaited();
        Set<WaitNode> waitedFor = new LinkedHashSet<>(awaited.values());
        ImmutableList.Builder<WaitNode> roots = ImmutableList.builder();
        Set<WaitNode> reached = new LinkedHashSet<>();
        for (WaitNode node : nodes) {
            if (!waitedFor.contains(node)) {
                roots.add(node);
                reach(node, awaited, reached);
            }
        }
        for (WaitNode node : nodes) {
            if (!reached.contains(node)) {
                roots.add(node);
                reach(node, awaited, reached);
            }
        }
        return roots.build();
    }

    private static void reach(WaitNode node, ImmutableListMultimap<String, WaitNode> awaited, Set<WaitNode> reached) {
        if (reached.add(node)) {
            awaited.get(node.id()).forEach(next -> reach(next, awaited, reached));
        }
    }

    /** Returns the cycles in which nodes wait for each other: one for each edge that closes a cycle. */
    public ImmutableList<ImmutableList<WaitNode>> cycles() {
        Cycles cycles = new Cycles(awaited());
        nodes.forEach(cycles::search);
        return cycles.found.build();
    }

    /** A search in depth that notes each edge that leads back to where it came from. */
    private static final class Cycles {

        private final ImmutableListMultimap<String, WaitNode> awaited;
        private final List<WaitNode> path = new ArrayList<>();
        private final Set<WaitNode> done = new LinkedHashSet<>();
        private final ImmutableList.Builder<ImmutableList<WaitNode>> found = ImmutableList.builder();

        Cycles(ImmutableListMultimap<String, WaitNode> awaited) {
            this.awaited = awaited;
        }

        void search(WaitNode node) {
            int before = path.indexOf(node);
            if (before >= 0) {
                found.add(ImmutableList.copyOf(path.subList(before, path.size())));
            } else if (!done.contains(node)) {
                path.add(node);
                awaited.get(node.id()).forEach(this::search);
                path.remove(path.size() - 1);
                done.add(node);
            }
        }
    }

    /** Collects nodes and edges. */
    public static final class Builder {

        private final SimTime at;
        private final Map<String, WaitNode> nodes = new LinkedHashMap<>();
        private final Set<WaitEdge> edges = new LinkedHashSet<>();

        /** Begins a graph of an instant. */
        public Builder(SimTime at) {
            this.at = at;
        }

        /** Adds a node, unless one with its id is there. */
        public Builder node(WaitNode node) {
            nodes.putIfAbsent(node.id(), node);
            return this;
        }

        /** Lets one node wait for another; both ids must be those of nodes by the time that the graph is built. */
        public Builder edge(String waiter, String awaited) {
            edges.add(new WaitEdge(waiter, awaited));
            return this;
        }

        /** Tells whether a node with this id is there. */
        public boolean has(String id) {
            return nodes.containsKey(id);
        }

        /** Returns the graph. */
        public WaitGraph build() {
            return new WaitGraph(at, ImmutableList.copyOf(nodes.values()), ImmutableList.copyOf(edges));
        }
    }
}
