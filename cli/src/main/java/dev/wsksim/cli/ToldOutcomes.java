package dev.wsksim.cli;

import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.ReportedCases;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.OptionalLong;

/** Turns what came of jobs into what reports tell of scenarios. */
final class ToldOutcomes {
    private final ReportedCases cases;
    private final FaultText faultText;
    private final boolean wallTimes;

    ToldOutcomes(ReportedCases cases, String version, boolean verbose, boolean wallTimes) {
        this.cases = cases;
        this.faultText = new FaultText(Emphasis.NONE, cases.replay(), version, verbose);
        this.wallTimes = wallTimes;
    }

    /** Returns how cases are made. */
    ReportedCases cases() {
        return cases;
    }

    /** Returns what to tell of an outcome. */
    ReportedCase of(Outcome outcome) {
        if (outcome instanceof Outcome.Played played) {
            return cases.played(
                    played.result(), wallTimes ? OptionalLong.of(played.wallNanos()) : OptionalLong.empty());
        }
        if (outcome instanceof Outcome.Diverged diverged) {
            ScenarioResult first = diverged.first();
            return cases.fault(
                    first.scenario(),
                    first.seed(),
                    first.profile().label(),
                    "two runs of it differ",
                    faultText.of(diverged));
        }
        Outcome.BrokeDown broken = (Outcome.BrokeDown) outcome;
        return cases.fault(
                broken.scenario(),
                FaultText.seed(broken.scenario(), broken.options()),
                FaultText.profile(broken.scenario(), broken.options()),
                FaultText.message(broken.error()),
                faultText.of(broken));
    }

    /** Returns what to tell of a job that was not begun. */
    ReportedCase notRun(Job job, String reason) {
        return cases.notRun(
                job.scenario(),
                FaultText.seed(job.scenario(), job.options()),
                FaultText.profile(job.scenario(), job.options()),
                reason);
    }
}
