package dev.wsksim.trace;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the entries of a trace, up to a limit; what comes after the limit is counted, not kept.
 *
 * <p>One that begins to listen later has nothing of what came before.
 */
public final class TraceLog implements TraceSink {

    /** How many entries a log keeps unless told otherwise. */
    public static final int DEFAULT_LIMIT = 1_000_000;

    private final List<TraceEntry> entries = new ArrayList<>();
    private final int limit;
    private long dropped;

    /** Makes a log that keeps {@link #DEFAULT_LIMIT} entries. */
    public TraceLog() {
        this(DEFAULT_LIMIT);
    }

    /** Makes a log that keeps so many entries. */
    public TraceLog(int limit) {
        this.limit = limit;
    }

    @Override
    public void accept(TraceEntry entry) {
        if (entries.size() < limit) {
            entries.add(entry);
        } else {
            dropped++;
        }
    }

    /** Returns the entries kept so far. */
    public ImmutableList<TraceEntry> entries() {
        return ImmutableList.copyOf(entries);
    }

    /** Returns how many entries are kept so far. */
    public int size() {
        return entries.size();
    }

    /** Returns the entries kept so far but for the first so many. */
    public ImmutableList<TraceEntry> entriesFrom(int first) {
        return ImmutableList.copyOf(entries.subList(first, entries.size()));
    }

    /** Returns how many entries came after the limit. */
    public long dropped() {
        return dropped;
    }

    /** Returns the entry with this number, if it was kept. */
    public Optional<TraceEntry> entry(long number) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        long index = number - entries.get(0).number();
        return index >= 0 && index < entries.size() ? Optional.of(entries.get((int) index)) : Optional.empty();
    }

    /** Returns the chain of causes that ends with this entry, the first cause first. */
    public ImmutableList<TraceEntry> causesOf(TraceEntry last) {
        List<TraceEntry> chain = new ArrayList<>();
        Optional<TraceEntry> link = Optional.of(last);
        while (link.isPresent()) {
            chain.add(link.get());
            link = entry(link.get().cause());
        }
        return ImmutableList.copyOf(chain).reverse();
    }
}
