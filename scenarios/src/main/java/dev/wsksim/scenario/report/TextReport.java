package dev.wsksim.scenario.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.report.Emphasis.Part;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.Remark;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;

/**
 * Writes results for people: one line for a scenario that passed or was skipped, and for every other one all that is needed to
 * understand it without a second run.
 *
 * <p>A finding shows its place with the line and a caret, what was expected above what happened in the same notation,
 * what comes nearest, the rule or page that it rests on, the chain of trace entries that led there, and the state of the
 * IRPs, sockets and connections in that chain. The replay line comes last, where a reader's eye and a copying mouse end
 * up. The text depends on nothing but the results: not on the time of day, the machine or its language.
 */
public final class TextReport {
    private static final int VERDICT_WIDTH = Verdict.INCONCLUSIVE.label().length();
    /** From which difference on two instants are told of a run. */
    private static final SimDuration MUCH_LATER = SimDuration.ofSeconds(1);

    private static final String INDENT = "    ";

    private final Detail detail;
    private final Emphasis emphasis;
    private final SourceLines sources;
    private final ReplayLine replay;

    /** Makes a report that finds YAML lines in {@code sources} and writes replay lines with {@code replay}. */
    public TextReport(Detail detail, Emphasis emphasis, SourceLines sources, ReplayLine replay) {
        this.detail = detail;
        this.emphasis = emphasis;
        this.sources = sources;
        this.replay = replay;
    }

    /**
     * Returns the report of one scenario; each line ends with a line feed; empty for a quiet report of a passed one.
     */
    public String of(ScenarioResult result) {
        StringBuilder text = new StringBuilder(withoutReplay(result));
        if (result.verdict() != Verdict.PASSED && result.verdict() != Verdict.SKIPPED) {
            text.append("\n  ").append(emphasis.mark(Part.HEADING, "replay:")).append(' ');
            text.append(replay.of(result)).append("\n\n");
        }
        return text.toString();
    }

    /** Returns the report of one scenario without the line that repeats it, for a run that no such line repeats. */
    public String withoutReplay(ScenarioResult result) {
        boolean passed = result.verdict() == Verdict.PASSED;
        if (passed && detail == Detail.QUIET) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        appendHeadline(text, result);
        if (result.verdict() == Verdict.SKIPPED) {
            return text.toString();
        }
        if (detail == Detail.VERBOSE) {
            appendCircumstances(text, result);
        }
        appendRemarks(text, result);
        if (!passed) {
            FindingStory story = new FindingStory(TracedRun.of(result), detail == Detail.VERBOSE, "--verbose");
            result.findings().forEach(finding -> appendFinding(text, result, finding, story));
        }
        return text.toString();
    }

    private void appendHeadline(StringBuilder text, ScenarioResult result) {
        String verdict = Strings.padEnd(result.verdict().label(), VERDICT_WIDTH, ' ');
        text.append(emphasis.mark(part(result.verdict()), verdict)).append("  ");
        text.append(VisibleText.line(result.name())).append("  ");
        String remark = result.verdict() == Verdict.SKIPPED
                ? "(except-decisions: " + VisibleText.line(result.skipped()) + ")"
                : "(" + timeText(result) + ")";
        text.append(emphasis.mark(Part.FAINT, remark)).append('\n');
    }

    /** What TCP does after the last step, such as the minutes of TIME-WAIT, is told apart from what the driver waited for. */
    private static String timeText(ScenarioResult result) {
        boolean quietLater = result.stepsOverAt().nanos() > 0
                && result.endedAt().nanos() - result.stepsOverAt().nanos() >= MUCH_LATER.nanos();
        return quietLater
                ? "last step over at " + result.stepsOverAt() + ", network quiet at " + result.endedAt()
                : result.endedAt() + " of virtual time";
    }

    private static Part part(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Part.PASSED;
            case FAILED -> Part.FAILED;
            case INCONCLUSIVE -> Part.INCONCLUSIVE;
            case SKIPPED -> Part.FAINT;
        };
    }

    private void appendCircumstances(StringBuilder text, ScenarioResult result) {
        text.append("  file ").append(VisibleText.line(result.file())).append('\n');
        text.append("  seed ").append(result.seed());
        text.append(", profile ").append(result.profile().label());
        text.append(", decisions ").append(replay.decisions().label());
        text.append(" (").append(result.decisions().size()).append(" made), ");
        text.append(result.events()).append(" events\n");
        if (!result.violations().isEmpty()) {
            text.append("  rules broken: ")
                    .append(String.join(", ", result.violations()))
                    .append('\n');
        }
        text.append("  digest ").append(result.digest()).append('\n');
    }

    private void appendRemarks(StringBuilder text, ScenarioResult result) {
        for (Remark remark : result.remarks()) {
            SourcePosition position = placeOf(remark.position(), result);
            text.append("  ")
                    .append(emphasis.mark(Part.FAINT, "note:"))
                    .append(' ')
                    .append(position.isKnown() ? VisibleText.line(position.toString()) + ": " : "")
                    .append(remark.rule())
                    .append(": ")
                    .append(VisibleText.line(remark.message()))
                    .append(remark.because().isEmpty() ? "" : " (" + VisibleText.line(remark.because()) + ")")
                    .append('\n');
        }
    }

    private void appendFinding(StringBuilder text, ScenarioResult result, Finding finding, FindingStory story) {
        String title = finding.title() + " [" + finding.kind().label() + ", at " + finding.at() + "]";
        SourcePosition position = placeOf(finding, result);
        String excerpt = SourceExcerpt.of(position, title, sources.line(position));
        int firstLine = excerpt.indexOf('\n');
        String headline = firstLine < 0 ? excerpt : excerpt.substring(0, firstLine);
        text.append('\n')
                .append("  ")
                .append(emphasis.mark(Part.HEADING, headline))
                .append('\n');
        if (firstLine >= 0) {
            excerpt.substring(firstLine + 1)
                    .lines()
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        appendField(text, "expected", finding.expected(), Part.EXPECTED);
        appendField(text, "actual", finding.actual(), Part.ACTUAL);
        appendField(text, "hint", finding.hint(), Part.HEADING);
        appendField(text, "see", RuleText.of(finding), Part.HEADING);
        for (FindingStory.Line line : story.next(finding)) {
            text.append(INDENT)
                    .append(line.isHeading() ? emphasis.mark(Part.HEADING, line.text()) : line.text())
                    .append('\n');
        }
    }

    /** Returns the place of a finding; one that knows its line only lies in the scenario's own file. */
    static SourcePosition placeOf(Finding finding, ScenarioResult result) {
        return placeOf(finding.position(), result);
    }

    /** Returns a place; one that knows its line only lies in the scenario's own file. */
    static SourcePosition placeOf(SourcePosition position, ScenarioResult result) {
        boolean lineOnly = position.isKnown() && position.file().isEmpty();
        return lineOnly ? new SourcePosition(result.file(), position.line(), position.column()) : position;
    }

    /** Appends a label and a value, whose further lines are put below the first. */
    private void appendField(StringBuilder text, String label, String value, Part part) {
        String prefix = INDENT + emphasis.mark(part, Strings.padEnd(label + ":", 10, ' '));
        for (String line :
                value.isEmpty() ? ImmutableList.<String>of() : value.lines().toList()) {
            text.append(prefix).append(VisibleText.line(line)).append('\n');
            prefix = INDENT + " ".repeat(10);
        }
    }
}
