package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.wsk.call.WskCallSettled;

/** Words findings about calls: with the function's name, and with the provider's own reason for what came of the call. */
final class CallFindings {

    private final TraceLog trace;
    private final FindingsLog findings;

    CallFindings(TraceLog trace, FindingsLog findings) {
        this.trace = trace;
        this.findings = findings;
    }

    /** Adds a finding about what had happened by the trace entry with this number. */
    void add(
            FindingKind kind,
            PlayedCall call,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            long entryNumber) {
        add(kind, call, position, title, expected, actual, reason(call), entryNumber);
    }

    /** Adds a finding for which the provider's own reason is no help, and another hint is. */
    void add(
            FindingKind kind,
            PlayedCall call,
            SourcePosition position,
            String title,
            String expected,
            String actual,
            String hint,
            long entryNumber) {
        findings.add(kind, position, about(call, title), expected, actual, hint, entryNumber);
    }

    /** Adds a finding about what has not happened by now; the evidence is what came of the call at first. */
    void addAtEnd(
            FindingKind kind, PlayedCall call, SourcePosition position, String title, String expected, String actual) {
        findings.addAtEnd(kind, position, about(call, title), expected, actual, reason(call), call.returnedEntry());
    }

    /** Adds a finding if something came too early or too late. */
    void checkTime(
            FindingKind kind,
            PlayedCall call,
            TimeExpectation expected,
            SimTime actual,
            String what,
            long entryNumber) {
        TimeWindow window = TimeWindow.of(expected, call.takenAt());
        if (expected.form() == TimeExpectation.Form.ANY || window.contains(actual)) {
            return;
        }
        String miss = "too " + (window.isAfter(actual) ? "early" : "late");
        findings.add(
                kind,
                expected.position(),
                about(call, (kind == FindingKind.RETURN ? "returned " : "came ") + miss),
                expected.toString(),
                (expected.form() == TimeExpectation.Form.AT ? "at " : "after ") + actual.since(window.from()),
                "it " + what + " " + window.distanceTo(actual) + " " + miss,
                entryNumber);
    }

    private static String about(PlayedCall call, String title) {
        return call.step().function() + (title.startsWith(":") ? "" : " ") + title;
    }

    /** Returns why the request came out as it did, in the provider's words; a reused IRP has a reason for each call. */
    String reason(PlayedCall call) {
        Irp irp = call.irp();
        long number = irp == null ? 0 : irp.number();
        long last = irp == null ? call.returnedEntry() : Long.MAX_VALUE;
        for (TraceEntry entry : trace.entries()) {
            if (entry.number() > call.takenEntry()
                    && entry.number() <= last
                    && entry.record() instanceof WskCallSettled settled
                    && settled.irp() == number
                    && settled.function().name().equals(call.step().function())) {
                return settled.reason();
            }
        }
        return "";
    }
}
