package dev.wsksim.export;

import dev.wsksim.trace.TraceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the entries of a trace by number, and from each the one that it follows from. */
final class TraceChains {

    private final List<TraceEntry> entries;
    private final long firstNumber;

    /**
     * Takes the entries of a trace.
     *
     * @throws IllegalArgumentException when their numbers have gaps
     */
    TraceChains(List<TraceEntry> entries) {
        this.entries = entries;
        this.firstNumber = entries.isEmpty() ? 1 : entries.get(0).number();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).number() != firstNumber + i) {
                throw new IllegalArgumentException("trace entry " + (firstNumber + i) + " is missing");
            }
        }
    }

    /** Returns the place of an entry in the list, from 0. */
    int indexOf(TraceEntry entry) {
        return (int) (entry.number() - firstNumber);
    }

    /** Returns the entry that another follows from; null where there is none, or it was not kept. */
    @Nullable
    TraceEntry causeOf(TraceEntry entry) {
        long index = entry.cause() - firstNumber;
        return index < 0 || index >= indexOf(entry) ? null : entries.get((int) index);
    }
}
