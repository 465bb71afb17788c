package dev.wsksim.cli;

import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Picks entries of a trace.
 *
 * @param layers the layers that are wanted; empty for all
 * @param kinds the kinds that are wanted; empty for all
 * @param irps the IRPs of which an entry must name one; empty for any
 * @param sockets the sockets of which an entry must name one; empty for any
 * @param from the first instant; null for the beginning
 * @param to the last instant; null for the end
 */
record TraceFilter(
        List<String> layers,
        List<String> kinds,
        List<Long> irps,
        List<Long> sockets,
        @Nullable SimTime from,
        @Nullable SimTime to)
        implements Predicate<TraceEntry> {

    /** Returns an entry and those that it followed from, the oldest first. */
    static List<TraceEntry> chainOf(List<TraceEntry> trace, long number) throws BadInputException {
        if (number < 1 || number > trace.size()) {
            throw new BadInputException("there is no entry " + number + "; the trace has "
                    + (trace.size() == 1 ? "1 entry" : trace.size() + " entries"));
        }
        Deque<TraceEntry> chain = new ArrayDeque<>();
        for (long at = number; at > 0; ) {
            TraceEntry entry = trace.get((int) at - 1);
            chain.addFirst(entry);
            at = entry.cause();
        }
        return List.copyOf(chain);
    }

    /** Refuses kinds that the trace does not know, since nothing at all would be shown. */
    void requireKnown(List<TraceEntry> trace) throws BadInputException {
        ImmutableSortedSet<String> known = trace.stream()
                .map(entry -> entry.record().kind())
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw new BadInputException("the trace has no entry of kind '" + kind + "'\n  hint: "
                        + KnownNames.closest(kind, known)
                                .map(close -> "did you mean '" + close + "'?")
                                .orElse("it has " + String.join(", ", known)));
            }
        }
    }

    @Override
    public boolean test(TraceEntry entry) {
        boolean inTime =
                (from == null || entry.timeNanos() >= from.nanos()) && (to == null || entry.timeNanos() <= to.nanos());
        return inTime
                && (layers.isEmpty() || layers.contains(entry.record().layer().label()))
                && (kinds.isEmpty() || kinds.contains(entry.record().kind()))
                && (irps.isEmpty() || names(entry, "irp", irps))
                && (sockets.isEmpty() || names(entry, "socket", sockets));
    }

    private static boolean names(TraceEntry entry, String field, List<Long> wanted) {
        Naming naming = new Naming(field, wanted);
        entry.record().visit(naming);
        return naming.found;
    }

    /** Looks for a number among the fields of a record. */
    private static final class Naming implements FieldVisitor {
        private final String field;
        private final List<Long> wanted;
        private boolean found;

        Naming(String field, List<Long> wanted) {
            this.field = field;
            this.wanted = wanted;
        }

        @Override
        public void number(String name, long value) {
            found |= name.equals(field) && wanted.contains(value);
        }

        @Override
        public void text(String name, String value) {}

        @Override
        public void flag(String name, boolean value) {}

        @Override
        public void nanos(String name, long nanos) {}
    }
}
