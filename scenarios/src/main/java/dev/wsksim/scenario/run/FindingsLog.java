package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of a run, each with the chain of trace entries that led to it. */
final class FindingsLog {

    private final SimulationLoop loop;
    private final TraceLog trace;
    private final List<Finding> findings = new ArrayList<>();

    FindingsLog(SimulationLoop loop, TraceLog trace) {
        this.loop = loop;
        this.trace = trace;
    }

    /** Adds a finding whose evidence is the entry with this number and its causes; 0 for none. */
    void add(
            FindingKind kind,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            String hint,
            long entryNumber) {
        add(kind, position, title, expected, actual, hint, "", entryNumber);
    }

    /** Adds a finding that rests on a rule or page. */
    void add(
            FindingKind kind,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            String hint,
            String rule,
            long entryNumber) {
        findings.add(new Finding(
                kind,
                position,
                loop.now(),
                title,
                expected,
                actual,
                hint,
                rule,
                trace.entry(entryNumber).map(trace::causesOf).orElse(ImmutableList.of())));
    }

    /** Returns the findings so far. */
    ImmutableList<Finding> all() {
        return ImmutableList.copyOf(findings);
    }
}
