package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpState;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.wsk.call.WskCallSettled;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.Map;
import java.util.Optional;

/** Compares what came of a call with what its step expects. */
final class CallChecks {

    private final DriverState driver;
    private final ScenarioWorld world;
    private final TraceLog trace;
    private final FindingsLog findings;

    CallChecks(DriverState driver, ScenarioWorld world, TraceLog trace, FindingsLog findings) {
        this.driver = driver;
        this.world = world;
        this.trace = trace;
        this.findings = findings;
    }

    /** Gives the delivered socket the name that the step asks for. */
    void nameSocket(PlayedCall call) {
        Optional<ConnectionSocket> socket = call.socket();
        if (socket.isPresent() && call.step().completes().isPresent()) {
            expected(call)
                    .flatMap(CompletionExpectation.Completes::socket)
                    .ifPresent(name -> driver.nameSocket(name.name(), socket.get()));
        }
    }

    /** Compares the returned status, once the function has returned. */
    void checkReturn(PlayedCall call) {
        Optional<StatusExpectation> expected = call.step().returns();
        Optional<NtStatus> actual = call.returnedStatus();
        if (expected.isPresent() && actual.isPresent()) {
            compareReturn(call, expected.get(), actual.get());
        }
    }

    private void compareReturn(PlayedCall call, StatusExpectation expected, NtStatus actual) {
        if (!expected.anyOf().contains(actual)) {
            findings.add(
                    FindingKind.RETURN,
                    expected.position(),
                    call.step().function() + " returned something else",
                    expected.toString(),
                    actual.name(),
                    reason(call),
                    call.returnedEntry());
        }
    }

    /** Compares everything that is known once the run is over. */
    void checkAtEnd(PlayedCall call) {
        boolean blocked =
                call.step().returns().isPresent() && call.returnedStatus().isEmpty();
        if (blocked) {
            findings.add(
                    FindingKind.RETURN,
                    call.step().position(),
                    call.step().function() + " has not returned",
                    String.valueOf(call.step().returns().get()),
                    "it still waits",
                    "",
                    trace.entries().size());
        }
        checkReturned(call);
        if (call.step().completes().isPresent()) {
            checkCompletion(call, call.step().completes().get());
        }
        checkCompletionIrql(call);
        checkOutputs(call);
    }

    private void checkReturned(PlayedCall call) {
        if (call.step().returned().isEmpty()) {
            return;
        }
        TimeExpectation expected = call.step().returned().get();
        boolean never = expected.form() == TimeExpectation.Form.NEVER;
        if (call.isOver() == never) {
            findings.add(
                    FindingKind.RETURN,
                    expected.position(),
                    call.step().function() + (never ? " returned" : " has not returned"),
                    "returned: " + expected,
                    never ? "it returned at " + call.returnedAt() : "it still waits",
                    "",
                    call.returnedEntry());
        } else if (!never) {
            checkTime(call, expected, call.returnedAt(), "returned", call.returnedEntry());
        }
    }

    private void checkCompletion(PlayedCall call, CompletionExpectation expectation) {
        if (expectation instanceof CompletionExpectation.Never never) {
            if (!call.completions().isEmpty()) {
                PlayedCall.Completion first = call.completions().get(0);
                add(
                        call,
                        never.position(),
                        "the IRP completed",
                        "completes: never",
                        describe(first),
                        first.entryNumber());
            }
            return;
        }
        CompletionExpectation.Completes expected = (CompletionExpectation.Completes) expectation;
        int times = expected.times().orElse(1);
        if (call.completions().size() != times) {
            wrongCount(call, expected, times);
        } else if (times > 0) {
            compare(call, expected, call.completions().get(0));
        }
    }

    private void wrongCount(PlayedCall call, CompletionExpectation.Completes expected, int times) {
        if (call.completions().isEmpty()) {
            String standing =
                    call.irp() == null ? "no IRP was passed" : String.valueOf(call.irp()) + ": " + standing(call);
            add(
                    call,
                    expected.position(),
                    "the completion routine never ran",
                    describe(expected),
                    standing,
                    call.returnedEntry());
        } else {
            PlayedCall.Completion last =
                    call.completions().get(call.completions().size() - 1);
            add(
                    call,
                    expected.position(),
                    "the completion routine ran another number of times",
                    times + " times",
                    call.completions().size() + " times",
                    last.entryNumber());
        }
    }

    private static String standing(PlayedCall call) {
        var irp = call.irp();
        return irp != null && irp.state() == IrpState.OWNED_BY_PROVIDER ? "still pending" : call.standing();
    }

    private void compare(PlayedCall call, CompletionExpectation.Completes expected, PlayedCall.Completion actual) {
        SourcePosition position = expected.position();
        if (expected.status().isPresent() && !expected.status().get().anyOf().contains(actual.status())) {
            add(
                    call,
                    position,
                    "the IRP completed with another status",
                    expected.status().get().toString(),
                    actual.status().name(),
                    actual.entryNumber());
        }
        if (expected.informationIsSocket() && !actual.isPointer()) {
            add(
                    call,
                    position,
                    "Information is no socket",
                    "a PWSK_SOCKET",
                    Long.toString(actual.information()),
                    actual.entryNumber());
        }
        if (expected.information().isPresent()
                && (actual.isPointer() || expected.information().getAsLong() != actual.information())) {
            add(
                    call,
                    position,
                    "Information is something else",
                    Long.toString(expected.information().getAsLong()),
                    actual.isPointer()
                            ? "a pointer to object " + actual.information()
                            : Long.toString(actual.information()),
                    actual.entryNumber());
        }
        checkTime(call, expected.time(), actual.at(), "completed with " + actual.status(), actual.entryNumber());
    }

    private void checkTime(PlayedCall call, TimeExpectation expected, SimTime actual, String what, long entry) {
        if (expected.form() == TimeExpectation.Form.ANY) {
            return;
        }
        SimTime from = expected.form() == TimeExpectation.Form.AT ? SimTime.START : call.plannedAt();
        SimTime earliest = from.plus(expected.earliest());
        SimTime latest = from.plus(expected.latest());
        if (actual.compareTo(earliest) < 0 || actual.compareTo(latest) > 0) {
            boolean early = actual.compareTo(earliest) < 0;
            SimDuration off = early ? earliest.since(actual) : actual.since(latest);
            SimDuration elapsed = actual.since(from);
            findings.add(
                    FindingKind.COMPLETION,
                    expected.position(),
                    call.step().function() + " came too " + (early ? "early" : "late"),
                    expected.toString(),
                    (expected.form() == TimeExpectation.Form.AT ? "at " : "after ") + elapsed,
                    "it " + what + " " + off + " too " + (early ? "early" : "late"),
                    entry);
        }
    }

    private void checkCompletionIrql(PlayedCall call) {
        if (call.step().irp().completionIrql().isEmpty() || call.completions().isEmpty()) {
            return;
        }
        Irql expected = Irql.of(call.step().irp().completionIrql().getAsInt());
        PlayedCall.Completion actual = call.completions().get(0);
        if (!expected.equals(actual.irql())) {
            add(
                    call,
                    call.step().irp().position(),
                    "the completion routine ran at another IRQL",
                    expected.toString(),
                    actual.irql().toString(),
                    actual.entryNumber());
        }
    }

    private void checkOutputs(PlayedCall call) {
        for (Map.Entry<String, ArgumentValue> output : call.step().outputs().entrySet()) {
            String actual = call.output(output.getKey()).orElse("nothing was written");
            String expected = expectedOutput(call, output.getValue());
            if (!actual.equals(expected)) {
                findings.add(
                        FindingKind.OUTPUT,
                        output.getValue().position(),
                        call.step().function() + " wrote something else to " + output.getKey(),
                        expected,
                        actual,
                        "",
                        trace.entries().size());
            }
        }
    }

    /** An address may be written with the name of a host; everything else is compared as it is written. */
    private String expectedOutput(PlayedCall call, ArgumentValue value) {
        if (value instanceof ArgumentValue.Text text && text.text().contains(":")) {
            try {
                return new ArgumentReader(call.step(), world)
                        .parseAddress(text.text(), text.position())
                        .toString();
            } catch (ArgumentProblemException notAnAddress) {
                return text.text();
            }
        }
        return value.toString();
    }

    private void add(
            PlayedCall call, SourcePosition position, String title, String expected, String actual, long entry) {
        findings.add(
                FindingKind.COMPLETION,
                position,
                call.step().function() + ": " + title,
                expected,
                actual,
                reason(call),
                entry);
    }

    /** Returns why the request came out as it did, in the provider's words. */
    private String reason(PlayedCall call) {
        var irp = call.irp();
        if (irp == null) {
            return "";
        }
        String reason = "";
        for (TraceEntry entry : trace.entries()) {
            boolean same = entry.record() instanceof WskCallSettled settled
                    && settled.irp() == irp.number()
                    && settled.function().name().equals(call.step().function());
            if (same) {
                reason = ((WskCallSettled) entry.record()).reason();
            }
        }
        return reason;
    }

    private static Optional<CompletionExpectation.Completes> expected(PlayedCall call) {
        return call.step()
                .completes()
                .filter(CompletionExpectation.Completes.class::isInstance)
                .map(CompletionExpectation.Completes.class::cast);
    }

    private static String describe(CompletionExpectation.Completes expected) {
        String status = expected.status().map(StatusExpectation::toString).orElse("any status");
        boolean anyTime = expected.time().form() == TimeExpectation.Form.ANY;
        return "completes with " + status + (anyTime ? "" : " " + expected.time());
    }

    private static String describe(PlayedCall.Completion completion) {
        return "completed with " + completion.status() + " at " + completion.at();
    }
}
