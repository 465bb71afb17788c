package dev.wsksim.scenario.report;

import dev.wsksim.scenario.run.Finding;

/** Writes what is wrong, what was expected and what happened, in a few lines without the trace. */
final class FindingText {
    private FindingText() {}

    /** Returns the lines of a finding, without a line feed at the end. */
    static String of(Finding finding) {
        StringBuilder text = new StringBuilder(VisibleText.line(finding.title()));
        text.append(" [")
                .append(finding.kind().label())
                .append(", at ")
                .append(finding.at())
                .append(']');
        append(text, "expected", finding.expected());
        append(text, "actual", finding.actual());
        append(text, "hint", finding.hint());
        append(text, "see", RuleText.of(finding));
        return text.toString();
    }

    private static void append(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append('\n').append(label).append(": ");
            text.append(value.lines()
                    .map(VisibleText::line)
                    .reduce((a, b) -> a + "\n  " + b)
                    .orElse(""));
        }
    }
}
