package dev.wsksim.scenario.run;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.ContentSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.model.TimeExpectation;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.name.AddrInfoExW;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a call returned, when, and what it wrote with what its step expects. */
final class CallChecks {

    private static final String NOTHING = "nothing was written";

    private final ScenarioWorld world;
    private final InlineReturns inline;
    private final DriverData data;
    private final CallFindings findings;
    private final CompletionChecks completions;

    CallChecks(ScenarioWorld world, InlineReturns inline, DriverData data, CallFindings findings) {
        this.world = world;
        this.inline = inline;
        this.data = data;
        this.findings = findings;
        this.completions = new CompletionChecks(findings);
    }

    /** Compares the returned status, once the function has returned. */
    void checkReturn(PlayedCall call) {
        Optional<StatusExpectation> expected = call.step().returns();
        Optional<NtStatus> actual = call.returnedStatus();
        if (expected.isPresent()
                && actual.isPresent()
                && !expected.get().anyOf().contains(actual.get())
                && !inline.accepts(call, expected.get(), actual.get())) {
            findings.add(
                    FindingKind.RETURN,
                    call,
                    expected.get().position(),
                    "returned something else",
                    expected.get().toString(),
                    actual.get().name(),
                    hintAboutReturn(call, actual.get()),
                    call.returnedEntry());
        }
    }

    /** Why a request came out as it did says nothing about a function that left it pending. */
    private String hintAboutReturn(PlayedCall call, NtStatus actual) {
        return actual == NtStatus.STATUS_PENDING
                ? "the IRP completes later: say how under 'completes', and leave 'returns' out, or expect STATUS_PENDING"
                : findings.reason(call);
    }

    /** Compares everything that is known once the run is over. */
    void checkAtEnd(PlayedCall call) {
        call.step()
                .returns()
                .filter(expected -> !call.hasReturned())
                .ifPresent(expected -> findings.addAtEnd(
                        FindingKind.RETURN,
                        call,
                        expected.position(),
                        "has not returned",
                        expected.toString(),
                        "it still waits"));
        call.step().returned().ifPresent(expected -> checkReturned(call, expected));
        completions.check(call);
        checkOutputs(call);
    }

    private void checkReturned(PlayedCall call, TimeExpectation expected) {
        boolean never = expected.form() == TimeExpectation.Form.NEVER;
        if (!call.hasReturned() && !never) {
            findings.addAtEnd(
                    FindingKind.RETURN,
                    call,
                    expected.position(),
                    "has not returned",
                    "returned: " + expected,
                    "it still waits");
        } else if (call.hasReturned() && never) {
            findings.add(
                    FindingKind.RETURN,
                    call,
                    expected.position(),
                    "returned",
                    "returned: " + expected,
                    "it returned at " + call.returnedAt(),
                    call.returnedEntry());
        } else if (!never) {
            findings.checkTime(FindingKind.RETURN, call, expected, call.returnedAt(), "returned", call.returnedEntry());
        }
    }

    private void checkOutputs(PlayedCall call) {
        for (Map.Entry<String, ArgumentValue> output : call.step().outputs().entrySet()) {
            if (output.getKey().equals("Buffer")) {
                checkBuffer(call, output.getValue());
                continue;
            }
            Optional<Object> written = call.outputValue(output.getKey());
            boolean isList = output.getKey().equals("Result");
            String actual = isList
                    ? written.map(list -> listText(list, output.getValue())).orElse(NOTHING)
                    : call.output(output.getKey()).orElse(NOTHING);
            String expected = isList
                    ? AddressListText.expected(output.getValue(), value -> expectedOutput(call, output.getKey(), value))
                    : expectedOutput(call, output.getKey(), output.getValue());
            if (!actual.equals(expected)) {
                findings.add(
                        FindingKind.OUTPUT,
                        call,
                        output.getValue().position(),
                        "wrote something else to " + output.getKey(),
                        expected,
                        actual,
                        call.lastEntry());
            }
        }
    }

    @SuppressWarnings("unchecked") // NameFunctions keeps lists of this type only
    private static String listText(Object list, ArgumentValue expected) {
        return AddressListText.actual((List<AddrInfoExW.Members>) list, expected);
    }

    private void checkBuffer(PlayedCall call, ArgumentValue expected) {
        Optional<ByteComparison> difference;
        try {
            difference = ByteComparison.of(
                    ContentSpec.of(expected).expected(expected.position()),
                    call.received().orElse(new byte[0]));
        } catch (ArgumentMistakeException mistake) {
            throw new AssertionError("the loader reads it too", mistake);
        }
        if (difference.isPresent()) {
            String where = difference.get().hint().isEmpty()
                    ? ""
                    : ": " + difference.get().hint();
            findings.add(
                    FindingKind.OUTPUT,
                    call,
                    expected.position(),
                    "wrote other bytes to Buffer" + where,
                    difference.get().expected(),
                    difference.get().actual(),
                    call.lastEntry());
        }
    }

    private String expectedControlInfo(PlayedCall call, ArgumentValue value) {
        try {
            return String.valueOf(new ControlArguments(new ArgumentReader(call.step(), world)).read(value));
        } catch (ArgumentProblemException unreadable) {
            return value.toString();
        }
    }

    /** An address may be written with the name of a host, an inspected request by its name; everything else is compared as it is written. */
    private String expectedOutput(PlayedCall call, String parameter, ArgumentValue value) {
        if (parameter.equals("ControlFlags") && value instanceof ArgumentValue.Items flags) {
            return flags.values().stream().map(Object::toString).collect(Collectors.joining(" | "));
        }
        if (parameter.equals("ControlInfo")) {
            return expectedControlInfo(call, value);
        }
        if (parameter.equals("OutputBuffer") && value instanceof ArgumentValue.Text name) {
            Optional<WskInspectId> request = data.inspection(new Reference(name.text(), name.position()));
            if (request.isPresent()) {
                return request.get().toString();
            }
        }
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
}
