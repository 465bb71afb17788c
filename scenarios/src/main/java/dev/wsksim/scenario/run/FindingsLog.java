package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the findings of a run, each with the chain of trace entries that led to it. */
final class FindingsLog {

    private final SimulationLoop loop;
    private final TraceLog trace;
    private final List<Finding> happened = new ArrayList<>();
    private final List<Finding> missed = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    FindingsLog(SimulationLoop loop, TraceLog trace) {
        this.loop = loop;
        this.trace = trace;
    }

    /**
     * Adds a finding about what had happened by the trace entry with this number; that entry and its causes are the
     * evidence. 0 stands for now, without evidence.
     */
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
        Optional<TraceEntry> last = trace.entry(entryNumber);
        SimTime at = last.map(TraceEntry::time).orElse(loop.now());
        happened.add(new Finding(kind, position, at, title, expected, actual, hint, rule, evidence(last)));
    }

    /** Adds a finding about what has not happened by now; the evidence is the last entry before it began to be missed. */
    void addAtEnd(
            FindingKind kind,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            String hint,
            long entryNumber) {
        addAtEnd(kind, position, title, expected, actual, hint, "", entryNumber);
    }

    /** Adds a finding about what has not happened by now that rests on a rule or page. */
    void addAtEnd(
            FindingKind kind,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            String hint,
            String rule,
            long entryNumber) {
        ImmutableList<TraceEntry> evidence = evidence(trace.entry(entryNumber));
        missed.add(new Finding(kind, position, loop.now(), title, expected, actual, hint, rule, evidence));
    }

    /** Adds a finding about an instant; the entry with this number and its causes are the evidence. */
    void addAt(
            SimTime at,
            FindingKind kind,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            String hint,
            long entryNumber) {
        ImmutableList<TraceEntry> evidence = evidence(trace.entry(entryNumber));
        happened.add(new Finding(kind, position, at, title, expected, actual, hint, "", evidence));
    }

    /** Returns what has been traced so far, to look for what comes nearest. */
    ImmutableList<TraceEntry> entries() {
        return trace.entries();
    }

    /** Adds something that does not fail the run. */
    void remark(Remark remark) {
        remarks.add(remark);
    }

    /** Returns the remarks so far. */
    ImmutableList<Remark> remarks() {
        return ImmutableList.copyOf(remarks);
    }

    private ImmutableList<TraceEntry> evidence(Optional<TraceEntry> last) {
        return last.map(trace::causesOf).orElse(ImmutableList.of());
    }

    /** Returns the findings so far, in the order in which they are told. */
    ImmutableList<Finding> all() {
        return FindingOrder.of(happened, missed);
    }
}
