package dev.wsksim.scenario.run;

import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.model.TimeExpectation;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares how the IRP of a call completed with what its step expects. */
final class CompletionChecks {

    private final CallFindings findings;

    CompletionChecks(CallFindings findings) {
        this.findings = findings;
    }

    /** Compares everything about the completion, once the run is over. */
    void check(PlayedCall call) {
        if (call.step().completes().isPresent()) {
            CompletionExpectation expected = call.step().completes().get();
            if (expected instanceof CompletionExpectation.Never never) {
                checkNever(call, never);
            } else if (expected instanceof CompletionExpectation.Completes completes) {
                checkCompletes(call, completes);
            }
        }
        checkIrql(call);
        checkScript(call);
    }

    /** What a routine should have done and has not, because it never ran, is missed by nobody else where nothing is expected of the IRP. */
    private void checkScript(PlayedCall call) {
        Optional<CompletionScript> script = call.step().irp().script();
        boolean asked = call.step().completes().isPresent()
                || call.step().irp().completionIrql().isPresent();
        if (script.isPresent()
                && !script.get().whileReceived()
                && !asked
                && call.completions().isEmpty()) {
            addAtEnd(
                    call,
                    script.get().position(),
                    "the completion routine never ran",
                    "it does what its calls and 'again' say",
                    standing(call));
        }
    }

    private void checkNever(PlayedCall call, CompletionExpectation.Never never) {
        Irp irp = call.irp();
        if (!call.completions().isEmpty()) {
            PlayedCall.Completion first = call.completions().get(0);
            String actual = "completed with " + first.status() + " at " + first.at();
            add(call, never.position(), "the IRP completed", "completes: never", actual, first.entryNumber());
        } else if (irp != null && irp.state() == IrpState.FREED_BY_IO_MANAGER) {
            addAtEnd(call, never.position(), "the IRP completed", "completes: never", irp.standing());
        }
    }

    private void checkCompletes(PlayedCall call, CompletionExpectation.Completes expected) {
        int times = expected.times().orElse(1);
        int actual = call.completions().size();
        if (actual == 0 && times > 0) {
            addAtEnd(call, expected.position(), "the completion routine never ran", describe(expected), standing(call));
        } else if (actual != times) {
            add(
                    call,
                    expected.position(),
                    "the completion routine ran another number of times",
                    times + (times == 1 ? " time" : " times"),
                    actual + (actual == 1 ? " time" : " times"),
                    call.lastEntry());
        } else if (times > 0) {
            compare(call, expected, call.completions().get(0));
        }
    }

    private static String standing(PlayedCall call) {
        Irp irp = call.irp();
        return irp == null ? "no IRP was passed" : irp.standing();
    }

    private void compare(PlayedCall call, CompletionExpectation.Completes expected, PlayedCall.Completion actual) {
        if (expected.status().isPresent() && !expected.status().get().anyOf().contains(actual.status())) {
            StatusExpectation status = expected.status().get();
            add(
                    call,
                    status.position(),
                    "the IRP completed with another status",
                    status.toString(),
                    actual.status().name(),
                    actual.entryNumber());
        }
        expected.information().ifPresent(information -> compareInformation(call, information, actual));
        boolean asExpected =
                expected.status().isEmpty() || expected.status().get().anyOf().contains(actual.status());
        if (asExpected && expected.socket().isPresent() && call.socket().isEmpty()) {
            add(
                    call,
                    expected.socket().get().position(),
                    "no socket was delivered that could be called '"
                            + expected.socket().get() + "'",
                    "a PWSK_SOCKET",
                    actual.status().name(),
                    actual.entryNumber());
        }
        findings.checkTime(
                FindingKind.COMPLETION,
                call,
                expected.time(),
                actual.at(),
                "completed with " + actual.status(),
                actual.entryNumber());
    }

    private void compareInformation(PlayedCall call, Placed<OptionalLong> expected, PlayedCall.Completion actual) {
        SourcePosition position = expected.position();
        OptionalLong number = expected.value();
        if (number.isEmpty() && !actual.isPointer()) {
            String information = Long.toString(actual.information());
            add(call, position, "Information is no socket", "a PWSK_SOCKET", information, actual.entryNumber());
        }
        if (number.isPresent() && (actual.isPointer() || number.getAsLong() != actual.information())) {
            add(
                    call,
                    position,
                    "Information is something else",
                    Long.toString(number.getAsLong()),
                    (actual.isPointer() ? "a pointer to object " : "") + actual.information(),
                    actual.entryNumber());
        }
    }

    /** Each run of the routine counts; one that never ran is a finding here only where the step asks for nothing else. */
    private void checkIrql(PlayedCall call) {
        IrpUse use = call.step().irp();
        if (use.completionIrql().isEmpty()) {
            return;
        }
        Irql expected = Irql.of(use.completionIrql().getAsInt());
        if (call.completions().isEmpty() && call.step().completes().isEmpty()) {
            addAtEnd(call, use.position(), "the completion routine never ran", "at " + expected, standing(call));
        }
        for (PlayedCall.Completion actual : call.completions()) {
            if (!expected.equals(actual.irql())) {
                add(
                        call,
                        use.position(),
                        "the completion routine ran at another IRQL",
                        expected.toString(),
                        actual.irql().toString(),
                        actual.entryNumber());
            }
        }
    }

    private void add(
            PlayedCall call, SourcePosition position, String title, String expected, String actual, long entry) {
        findings.add(FindingKind.COMPLETION, call, position, ": " + title, expected, actual, entry);
    }

    private void addAtEnd(PlayedCall call, SourcePosition position, String title, String expected, String actual) {
        findings.addAtEnd(FindingKind.COMPLETION, call, position, ": " + title, expected, actual);
    }

    private static String describe(CompletionExpectation.Completes expected) {
        String status = expected.status().map(StatusExpectation::toString).orElse("any status");
        boolean anyTime = expected.time().form() == TimeExpectation.Form.ANY;
        return "completes with " + status + (anyTime ? "" : " " + expected.time());
    }
}
