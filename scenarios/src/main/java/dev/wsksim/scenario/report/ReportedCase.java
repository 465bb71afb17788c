package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What reports tell of one scenario, whatever became of it. It holds the result with its trace: a report takes what it
 * needs and lets go of it.
 *
 * @param scenario the scenario, one variant of it where it has a matrix
 * @param verdict what became of it
 * @param result what came of playing it; empty for a fault and for one that was not run
 * @param seed its seed
 * @param profile the label of its profile
 * @param reason what went wrong in wsksim, or why it was skipped or not run; otherwise empty
 * @param text the report for people, as a terminal shows it without colours; empty for one that was not run
 * @param replay the command that repeats the run
 * @param wallNanos how long it took on this machine; empty unless reports may differ from run to run
 */
public record ReportedCase(
        Scenario scenario,
        CaseVerdict verdict,
        Optional<ScenarioResult> result,
        long seed,
        String profile,
        String reason,
        String text,
        String replay,
        OptionalLong wallNanos) {

    /** Returns the scenario's name with its variant. */
    public String name() {
        return scenario.displayName();
    }

    /** Returns the file that the scenario was loaded from. */
    public String file() {
        return scenario.position().file();
    }

    /** Returns the virtual time of its last event; 0 where nothing was played. */
    public SimTime endedAt() {
        return result.map(ScenarioResult::endedAt).orElse(SimTime.START);
    }

    /** Returns what is not as it should be. */
    public ImmutableList<Finding> findings() {
        return result.map(ScenarioResult::findings).orElse(ImmutableList.of());
    }

    /** Returns in one line why it did not pass; empty when it did. */
    public String message() {
        if (findings().isEmpty()) {
            return VisibleText.line(reason);
        }
        int others = findings().size() - 1;
        String first = VisibleText.line(findings().get(0).title());
        return others == 0 ? first : first + " (and " + others + " more)";
    }
}
