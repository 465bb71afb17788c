package dev.wsksim.verifier;

import com.google.common.collect.Sets;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;
import java.util.Set;

/**
 * A check that looks at each record of one type by itself and remembers nothing.
 *
 * @param <R> the type of record
 */
@FunctionalInterface
public interface RecordCheck<R extends TraceRecord> {

    /** Looks at a record and the entry that it came in. */
    void observe(TraceEntry entry, R record, ViolationSink sink);

    /**
     * Returns a check that shows this one the records of its type.
     *
     * @param functions those of which it looks at records about calls; all of them where none is named
     */
    static <R extends TraceRecord> RuleCheck on(Class<R> type, RecordCheck<R> check, WskFunction... functions) {
        Set<WskFunction> wanted =
                Sets.immutableEnumSet(Arrays.asList(functions.length == 0 ? WskFunction.values() : functions));
        return new RuleCheck() {
            @Override
            public boolean wants(Class<? extends TraceRecord> given) {
                return given == type;
            }

            @Override
            public boolean wants(WskFunction function) {
                return wanted.contains(function);
            }

            @Override
            public void observe(TraceEntry entry, ViolationSink sink) {
                check.observe(entry, type.cast(entry.record()), sink);
            }
        };
    }
}
