package dev.wsksim.verifier;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;

/**
 * A check that looks at each record of one type by itself and remembers nothing.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface RecordCheck<R extends TraceRecord> {

    /** Looks at a record and the entry that it came in. */
    void observe(TraceEntry entry, R record, ViolationSink sink);

    /** Returns a check that shows this one the records of its type. */
    static <R extends TraceRecord> RuleCheck on(Class<R> type, RecordCheck<R> check) {
        return new RuleCheck() {
            @Override
            public boolean wants(Class<? extends TraceRecord> given) {
                return given == type;
            }

            @Override
            public void observe(TraceEntry entry, ViolationSink sink) {
                check.observe(entry, type.cast(entry.record()), sink);
            }
        };
    }
}
