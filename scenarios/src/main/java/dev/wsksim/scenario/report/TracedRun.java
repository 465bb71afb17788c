package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;

/**
 * What reports look up about the objects in a trace.
 *
 * @param trace the whole trace, from its first entry on
 * @param host the name of the Windows host; empty where there is none
 * @param steps the steps that name calls and sockets; empty for a driver written in Java
 * @param scenario the place of the scenario that the steps are part of
 */
public record TracedRun(
        ImmutableList<TraceEntry> trace, String host, ImmutableList<Step> steps, SourcePosition scenario) {

    /** Returns the run of a driver that is written in Java. */
    public static TracedRun ofJava(ImmutableList<TraceEntry> trace, String host) {
        return new TracedRun(trace, host, ImmutableList.of(), SourcePosition.NONE);
    }

    /** Returns the run behind a result. */
    static TracedRun of(ScenarioResult result) {
        return new TracedRun(
                result.trace(),
                result.scenario().driver().map(driver -> driver.host().name()).orElse(""),
                result.scenario().steps(),
                result.scenario().position());
    }
}
