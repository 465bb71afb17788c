package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.trace.TraceEntry;
import java.util.Optional;

/**
 * What is left over of one kind.
 *
 * @param text every instance, described
 * @param origin finds where the first one came from
 */
record Left(String text, Origin origin) {

    /** Finds in a trace the entry with which something came into being. */
    @FunctionalInterface
    interface Origin {
        /** Nothing is known of it. */
        Origin UNKNOWN = trace -> Optional.empty();

        /** Returns the entry, if there is one. */
        Optional<TraceEntry> in(ImmutableList<TraceEntry> trace);
    }

    /** Returns this with another instance behind it. */
    Left and(Left other) {
        return new Left(text + "; " + other.text, origin);
    }
}
