package dev.wsksim.scenario.course;

import com.google.common.base.Strings;
import dev.wsksim.scenario.course.Grade.Item;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.Emphasis.Part;

/** Writes a grade for people: a line for each thing that was tried, and below it what was wrong, with its evidence. */
public final class GradeText {
    private static final int KIND_WIDTH = 8;

    private GradeText() {}

    /** Returns the text of a grade; each line ends with a line feed. */
    public static String of(Grade grade, Emphasis emphasis) {
        StringBuilder text = new StringBuilder();
        for (Item item : grade.items()) {
            String verdict = item.passed() ? emphasis.mark(Part.PASSED, "ok  ") : emphasis.mark(Part.FAILED, "FAIL");
            text.append("  ").append(verdict).append("  ");
            text.append(Strings.padEnd(item.kind().label(), KIND_WIDTH, ' ')).append("  ");
            text.append(item.name()).append('\n');
        }
        grade.faults().forEach(item -> append(item, text, emphasis));
        return text.toString();
    }

    private static void append(Item item, StringBuilder text, Emphasis emphasis) {
        text.append('\n')
                .append(emphasis.mark(Part.HEADING, item.kind().label() + ": " + item.name()))
                .append('\n');
        text.append(Paragraphs.of("  ", item.why()));
        if (!item.evidence().isEmpty()) {
            text.append('\n');
            item.evidence()
                    .strip()
                    .lines()
                    .forEach(line -> text.append(line.isEmpty() ? "" : "    ")
                            .append(line)
                            .append('\n'));
        }
    }
}
