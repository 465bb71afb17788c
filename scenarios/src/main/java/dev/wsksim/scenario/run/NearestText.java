package dev.wsksim.scenario.run;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.trace.TraceEntry;
import java.util.Optional;

/** Finds the trace entry that says most of what a scenario expects to be reached. */
final class NearestText {
    private static final Splitter WORDS =
            Splitter.on(CharMatcher.anyOf(" ,:;()")).omitEmptyStrings();

    private NearestText() {}

    /** Returns the entry with the most words of the text, the first of equals; empty where none has half of them. */
    static Optional<TraceEntry> in(ImmutableList<TraceEntry> trace, String text) {
        ImmutableSet<String> wanted = ImmutableSet.copyOf(WORDS.split(text));
        Optional<TraceEntry> nearest = Optional.empty();
        long most = (wanted.size() + 1L) / 2 - 1;
        for (TraceEntry entry : trace) {
            ImmutableSet<String> said =
                    ImmutableSet.copyOf(WORDS.split(entry.record().describe()));
            long common = wanted.stream().filter(said::contains).count();
            if (common > most) {
                most = common;
                nearest = Optional.of(entry);
            }
        }
        return nearest;
    }
}
