package dev.wsksim.verifier;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;

/** Something that keeps track of a run for several checks at once. */
public interface Follower {

    /** Tells whether it takes note of records of this type; the answer for a type must not change. */
    boolean wants(Class<? extends TraceRecord> type);

    /** Takes note of an entry whose record is of a type that it wants, after all checks have seen it. */
    void follow(TraceEntry entry);
}
