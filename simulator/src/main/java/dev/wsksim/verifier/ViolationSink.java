package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;

/** Where a check reports that its rule was broken; the sink knows which rule that is. */
@FunctionalInterface
public interface ViolationSink {

    /**
     * Reports a violation.
     *
     * @param message what the driver did, as a sentence without a full stop
     * @param entries the numbers of the trace entries that show it: the later event first, then what it rests on
     */
    void violated(String message, ImmutableList<Long> entries);

    /** Reports a violation that one entry shows. */
    default void violated(String message, TraceEntry entry) {
        violated(message, ImmutableList.of(entry.number()));
    }

    /** Reports a violation that an entry shows together with an earlier one. */
    default void violated(String message, TraceEntry entry, long restsOn) {
        violated(message, ImmutableList.of(entry.number(), restsOn));
    }
}
