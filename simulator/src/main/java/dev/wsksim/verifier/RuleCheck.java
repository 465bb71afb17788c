package dev.wsksim.verifier;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.call.CallRecord;

/**
 * The eyes of one rule during one run: sees the trace entries of the layers kernel and wsk that it wants, in order and
 * from the first one on, and remembers what it needs.
 *
 * <p>It is asked what it wants once for each type of record, not once for each entry: what most records do not concern,
 * a run does not pay for.
 */
@FunctionalInterface
public interface RuleCheck {

    /** Tells whether the check looks at records of this type; the answer for a type must not change. */
    default boolean wants(Class<? extends TraceRecord> type) {
        return true;
    }

    /**
     * Tells whether the check looks at a {@link CallRecord} about this function, where it wants the record's type; the
     * answer for a function must not change.
     */
    default boolean wants(WskFunction function) {
        return true;
    }

    /** Looks at an entry, whose record is one that it wants. */
    void observe(TraceEntry entry, ViolationSink sink);

    /** Is told that the driver is gone, so that whatever it still holds is left over. */
    default void atEnd(ViolationSink sink) {}
}
