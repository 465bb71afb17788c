package dev.wsksim.verifier;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;

/**
 * The eyes of one rule during one run: sees every trace entry of the layers kernel and wsk, in order and from the first
 * one on, and remembers what it needs.
 */
@FunctionalInterface
public interface RuleCheck {

    /** Tells whether the check looks at records of this type; the answer for a type must not change. */
    default boolean wants(Class<? extends TraceRecord> type) {
        return true;
    }

    /** Looks at an entry, whose record is of a type that it wants. */
    void observe(TraceEntry entry, ViolationSink sink);

    /** Is told that the driver is gone, so that whatever it still holds is left over. */
    default void atEnd(ViolationSink sink) {}
}
