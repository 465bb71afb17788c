package dev.wsksim.scenario.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as Markdown, for the page of a job: the counts, the report for people of each scenario that did not
 * pass, and a table of all scenarios that can be unfolded.
 *
 * <p>Pages are limited (GitHub takes one megabyte of a step), so a long run tells the reports of the first
 * {@value #MOST_REPORTS} scenarios that did not pass only, and the table has {@value #MOST_ROWS} rows at most, those
 * that did not pass first; what is left out is said with its number.
 */
public final class MarkdownReport implements RunDocument {
    private static final int MOST_REPORTS = 40;
    private static final int MOST_LINES = 200;
    private static final int MOST_ROWS = 2000;

    private final Map<CaseVerdict, Integer> counts = new EnumMap<>(CaseVerdict.class);
    private final List<String> reports = new ArrayList<>();
    private final List<Row> notPassed = new ArrayList<>();
    private final List<Row> passed = new ArrayList<>();
    private int untold;
    private boolean wallTimes;
    private @Nullable RuleCoverage coverage;

    @Override
    public void add(ReportedCase reported) {
        counts.merge(reported.verdict(), 1, Integer::sum);
        wallTimes |= reported.wallNanos().isPresent();
        (reported.verdict() == CaseVerdict.PASSED ? passed : notPassed).add(Row.of(reported));
        if (reported.verdict().isBad()) {
            if (reports.size() < MOST_REPORTS) {
                reports.add(report(reported));
            } else {
                untold++;
            }
        }
    }

    @Override
    public void add(RuleCoverage counted) {
        coverage = counted;
    }

    @Override
    public String text(boolean interrupted) {
        StringBuilder text = new StringBuilder("## wsksim: ").append(tally()).append('\n');
        if (interrupted) {
            text.append("\nThe run was interrupted: what is cut short is inconclusive.\n");
        }
        reports.forEach(text::append);
        if (untold > 0) {
            text.append("\nThe reports of ").append(untold).append(" more that did not pass are left out here.\n");
        }
        appendTable(text);
        appendCoverage(text);
        return text.toString();
    }

    private String tally() {
        StringJoiner tally = new StringJoiner(", ");
        for (CaseVerdict verdict : CaseVerdict.values()) {
            int count = counts.getOrDefault(verdict, 0);
            if (count > 0 || verdict == CaseVerdict.PASSED) {
                tally.add(count + " " + verdict.label());
            }
        }
        return tally.toString();
    }

    private static String report(ReportedCase reported) {
        StringBuilder text =
                new StringBuilder("\n### ").append(reported.verdict().label());
        text.append(": ").append(MarkdownText.plain(reported.name())).append("\n\n");
        reported.findings().stream()
                .flatMap(finding -> BrokenRule.of(finding).stream())
                .distinct()
                .forEach(rule -> text.append("Rule [")
                        .append(rule.id())
                        .append("](")
                        .append(PageLink.of(rule.pages().get(0)))
                        .append("): ")
                        .append(MarkdownText.plain(rule.title()))
                        .append("\n\n"));
        return text.append(MarkdownText.block(shortened(reported.text()))).toString();
    }

    private static String shortened(String report) {
        List<String> lines = report.stripTrailing().lines().toList();
        if (lines.size() <= MOST_LINES) {
            return String.join("\n", lines);
        }
        // The replay line stands at the end.
        int left = lines.size() - MOST_LINES;
        return String.join("\n", lines.subList(0, MOST_LINES - 1)) + "\n  ... " + left + " more lines\n"
                + lines.get(lines.size() - 1);
    }

    private void appendTable(StringBuilder text) {
        int total = passed.size() + notPassed.size();
        if (total == 0) {
            return;
        }
        text.append("\n<details><summary>All scenarios</summary>\n\n");
        text.append("| Verdict | Scenario | Seed | Virtual time |").append(wallTimes ? " Wall time |" : "");
        text.append(" File |\n|---|---|---|---|")
                .append(wallTimes ? "---|" : "")
                .append("---|\n");
        List<Row> rows = new ArrayList<>(notPassed);
        rows.addAll(passed);
        rows.subList(0, Math.min(MOST_ROWS, total)).forEach(row -> row.append(text, wallTimes));
        if (total > MOST_ROWS) {
            text.append("\n").append(total - MOST_ROWS).append(" more are left out here.\n");
        }
        text.append("\n</details>\n");
    }

    private void appendCoverage(StringBuilder text) {
        RuleCoverage counted = coverage;
        if (counted == null) {
            return;
        }
        text.append("\n<details><summary>").append(MarkdownText.plain(counted.summary()));
        text.append(
                "</summary>\n\n| Rule | Severity | Exercised in | Broken in | What it takes |\n|---|---|---|---|---|\n");
        for (RuleCoverage.Line line : counted.lines()) {
            text.append("| ").append(line.rule().id()).append(" | ");
            text.append(line.rule().severity().label()).append(" | ");
            text.append(line.exercised()).append(" | ").append(line.provoked()).append(" | ");
            text.append(line.exercised() == 0 ? MarkdownText.plain(line.occasion()) : "")
                    .append(" |\n");
        }
        text.append("\n</details>\n");
    }

    /** A scenario in the table; times that are not known are empty. */
    private record Row(String verdict, String name, String seed, String virtualTime, String wallTime, String file) {
        private static Row of(ReportedCase reported) {
            return new Row(
                    reported.verdict().label(),
                    MarkdownText.plain(reported.name()),
                    Long.toString(reported.seed()),
                    reported.result().map(result -> result.endedAt().toString()).orElse(""),
                    reported.wallNanos().isPresent()
                            ? Seconds.of(reported.wallNanos().getAsLong()) + " s"
                            : "",
                    MarkdownText.plain(reported.file()));
        }

        private void append(StringBuilder text, boolean wallTimes) {
            text.append("| ").append(verdict).append(" | ").append(name);
            text.append(" | ").append(seed).append(" | ").append(virtualTime).append(" | ");
            text.append(wallTimes ? wallTime + " | " : "").append(file).append(" |\n");
        }
    }
}
