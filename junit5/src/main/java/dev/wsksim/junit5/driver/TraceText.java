package dev.wsksim.junit5.driver;

import dev.wsksim.trace.TraceEntry;
import java.util.List;
import java.util.stream.Collectors;

/** Writes entries of a trace for people, a line each. */
public final class TraceText {

    private TraceText() {}

    /** Returns the lines, without a line break after the last. */
    public static String of(List<TraceEntry> entries) {
        return entries.stream().map(TraceText::line).collect(Collectors.joining("\n"));
    }

    /** Returns the lines of the last few entries, with how many there are before them. */
    public static String last(List<TraceEntry> entries, int count) {
        int first = Math.max(0, entries.size() - count);
        String before = first == 0 ? "" : "(" + first + " before)\n";
        return before + of(entries.subList(first, entries.size()));
    }

    private static String line(TraceEntry entry) {
        return "#" + entry.number() + " " + entry.time() + " " + entry.record().kind() + ": "
                + entry.record().describe();
    }
}
