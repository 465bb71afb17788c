package dev.wsksim.cli;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import dev.wsksim.scenario.report.RecordedTrace;
import dev.wsksim.scenario.report.RecordedTrace.Entry;
import dev.wsksim.scenario.report.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two traces begin to differ.
 *
 * <p>What is compared is what the digest sums up: time, cause, layer, kind and fields, but not the wording.
 *
 * @param first a trace
 * @param second the other one
 * @param at the place, from 0, of the first entry that differs or that one of them lacks
 */
record TraceDifference(RecordedTrace first, RecordedTrace second, int at) {

    /** Compares two traces. */
    static TraceDifference of(RecordedTrace first, RecordedTrace second) throws NotAResultException {
        int shorter = Math.min(first.lines().size(), second.lines().size());
        int at = 0;
        while (at < shorter && same(first, second, at)) {
            at++;
        }
        return new TraceDifference(first, second, at);
    }

    /** Equal lines need no reading. */
    private static boolean same(RecordedTrace first, RecordedTrace second, int index) throws NotAResultException {
        return first.lines().get(index).equals(second.lines().get(index))
                || differences(first.entry(index), second.entry(index)).isEmpty();
    }

    /** Tells whether there is no difference. */
    boolean isNone() {
        return at == first.lines().size() && at == second.lines().size();
    }

    /** Returns the difference for people, with some entries that come before it. */
    String text(String firstName, String secondName, int context, Emphasis emphasis) throws NotAResultException {
        if (isNone()) {
            return "the traces are the same: " + counted(at) + ", digest "
                    + first.header().getOrDefault("digest", "not known") + "\n";
        }
        StringBuilder text = new StringBuilder();
        appendHeader(text, firstName, secondName);
        text.append(at == 0 ? "the traces differ from the first entry on" : "the traces are the same up to entry " + at)
                .append(", of ")
                .append(first.lines().size())
                .append(" and ")
                .append(second.lines().size())
                .append("\n\n");
        for (int index = Math.max(0, at - context); index < at; index++) {
            append(text, "  ", first.entry(index));
        }
        text.append(side(first, emphasis, Part.EXPECTED, "- ")).append(side(second, emphasis, Part.ACTUAL, "+ "));
        if (at < first.lines().size() && at < second.lines().size()) {
            text.append('\n');
            differences(first.entry(at), second.entry(at))
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    private void appendHeader(StringBuilder text, String firstName, String secondName) {
        text.append("- ").append(VisibleText.line(firstName)).append('\n');
        text.append("+ ").append(VisibleText.line(secondName)).append('\n');
        for (String name : List.of("version", "scenario", "seed", "profile")) {
            String before = first.header().getOrDefault(name, "");
            String after = second.header().getOrDefault(name, "");
            if (!before.equals(after)) {
                text.append("  ")
                        .append(name)
                        .append(": ")
                        .append(VisibleText.line(before))
                        .append(" / ");
                text.append(VisibleText.line(after)).append('\n');
            }
        }
    }

    private String side(RecordedTrace trace, Emphasis emphasis, Part part, String mark) throws NotAResultException {
        StringBuilder line = new StringBuilder();
        if (at < trace.lines().size()) {
            append(line, mark, trace.entry(at));
        } else {
            line.append(mark).append("the trace ends here\n");
        }
        return emphasis.mark(part, line.toString().stripTrailing()) + "\n";
    }

    private static void append(StringBuilder text, String mark, Entry entry) {
        text.append(mark)
                .append(Strings.padStart(Long.toString(entry.number()), 5, ' '))
                .append("  ")
                .append(Strings.padStart(entry.cause() == 0 ? "-" : Long.toString(entry.cause()), 5, ' '))
                .append("  ")
                .append(Strings.padStart(new SimTime(entry.timeNanos()).toString(), 12, ' '))
                .append("  ")
                .append(Strings.padEnd(entry.layer(), 8, ' '))
                .append("  ")
                .append(VisibleText.line(entry.text()))
                .append('\n');
    }

    private static List<String> differences(Entry first, Entry second) {
        List<String> differences = new ArrayList<>();
        compare(
                "time",
                new SimTime(first.timeNanos()).toString(),
                new SimTime(second.timeNanos()).toString(),
                differences);
        compare("cause", Long.toString(first.cause()), Long.toString(second.cause()), differences);
        compare("layer", first.layer(), second.layer(), differences);
        compare("kind", first.kind(), second.kind(), differences);
        ImmutableMap<String, String> before = first.fields();
        ImmutableMap<String, String> after = second.fields();
        for (String name : Sets.union(before.keySet(), after.keySet())) {
            compare(name, before.getOrDefault(name, "nothing"), after.getOrDefault(name, "nothing"), differences);
        }
        return differences;
    }

    private static void compare(String name, String before, String after, List<String> differences) {
        if (!before.equals(after)) {
            differences.add(name + ": " + VisibleText.line(before) + " / " + VisibleText.line(after));
        }
    }

    private static String counted(int count) {
        return count == 1 ? "1 entry" : count + " entries";
    }
}
