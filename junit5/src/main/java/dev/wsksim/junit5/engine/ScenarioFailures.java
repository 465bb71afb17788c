package dev.wsksim.junit5.engine;

import dev.wsksim.junit5.file.ScenarioFile;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import org.opentest4j.AssertionFailedError;

/**
 * Makes the errors that tests of scenarios fail with.
 *
 * <p>The message is the report of the command line. The stack trace has one frame, the line of the scenario, which IDEs turn
 * into a link; the frames of the simulator would say nothing about the scenario. A single finding also fills expected and
 * actual, which IDEs put side by side.
 */
final class ScenarioFailures {
    private ScenarioFailures() {}

    static AssertionFailedError of(ScenarioResult result, DecisionMode decisions, ScenarioFile file) {
        String report =
                new TextReport(Detail.NORMAL, Emphasis.NONE, file.lines(), new ReplayLine(decisions, "")).of(result);
        Finding first = result.findings().get(0);
        boolean comparable = result.findings().size() == 1
                && !first.expected().isEmpty()
                && !first.actual().isEmpty();
        AssertionFailedError error = comparable
                ? new AssertionFailedError(report, first.expected(), first.actual())
                : new AssertionFailedError(report);
        SourcePosition place = first.position();
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    "scenario", result.name(), place.file().isEmpty() ? result.file() : place.file(), place.line())
        });
        return error;
    }
}
