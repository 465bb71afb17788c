package dev.wsksim.verifier;

import dev.wsksim.trace.TraceEntry;

/** Something that keeps track of a run for several checks at once. */
@FunctionalInterface
public interface Follower {

    /** Takes note of an entry, after all checks have seen it. */
    void follow(TraceEntry entry);
}
