package dev.wsksim.scenario.report;

import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes what reports tell of scenarios, so that all reports of a run give the same evidence and the same replay lines.
 *
 * @param detail how much the texts say
 * @param sources where the texts find lines of scenarios
 * @param replay how replay lines are written
 */
public record ReportedCases(Detail detail, SourceLines sources, ReplayLine replay) {
    /** Returns what to tell of a scenario that was played. */
    public ReportedCase played(ScenarioResult result, OptionalLong wallNanos) {
        // A quiet report leaves out what passed; a document tells of every scenario.
        Detail shown = detail == Detail.QUIET ? Detail.NORMAL : detail;
        return new ReportedCase(
                result.scenario(),
                CaseVerdict.of(result.verdict()),
                Optional.of(result),
                result.seed(),
                result.profile().label(),
                result.skipped(),
                new TextReport(shown, Emphasis.NONE, sources, replay).of(result),
                replay.of(result),
                wallNanos);
    }

    /** Returns what to tell of a scenario that a fault of wsksim ended; the text is what a terminal shows of it. */
    public ReportedCase fault(Scenario scenario, long seed, String profile, String message, String text) {
        return unplayed(scenario, CaseVerdict.FAULT, seed, profile, message, text);
    }

    /** Returns what to tell of a scenario that was not begun, and why. */
    public ReportedCase notRun(Scenario scenario, long seed, String profile, String reason) {
        return unplayed(scenario, CaseVerdict.NOT_RUN, seed, profile, reason, "");
    }

    private ReportedCase unplayed(
            Scenario scenario, CaseVerdict verdict, long seed, String profile, String reason, String text) {
        return new ReportedCase(
                scenario,
                verdict,
                Optional.empty(),
                seed,
                profile,
                reason,
                text,
                replay.of(scenario.position().file(), seed, profile),
                OptionalLong.empty());
    }
}
