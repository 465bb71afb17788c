package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.UnsignedInteger;
import dev.wsksim.scenario.model.ArgumentMistakeException;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.MemorySpec;
import dev.wsksim.wsk.HeaderConstants;
import java.util.Map;
import java.util.Optional;

/** Checks what of the values of parameters is known before anything runs: the sizes of numbers, and what a function only writes. */
final class ArgumentCheck {
    /** The parameters that are a ULONG. */
    private static final ImmutableSet<String> ULONGS = ImmutableSet.of(
            "AddressFamily",
            "SocketType",
            "Protocol",
            "Flags",
            "ControlCode",
            "RequestType",
            "Level",
            "Action",
            "NameSpace",
            "WaitTimeout");

    /** The out parameters for which something is passed besides a pointer to a variable that the runner makes. */
    private static final ImmutableSet<String> WRITTEN_BY_BOTH = ImmutableSet.of(
            "Buffer",
            "OutputBuffer",
            "OutputSizeReturned",
            "ControlLength",
            "Result",
            "WskRegistration",
            "WskProviderNpi");

    /** The functions whose other out parameters are pointers to variables and nothing else. */
    private static final ImmutableSet<String> WITH_VARIABLES =
            ImmutableSet.of("WskReceiveFrom", "WskAccept", "WskGetLocalAddress", "WskGetRemoteAddress");

    private final FunctionParameters functions;
    private final Problems problems;

    ArgumentCheck(FunctionParameters functions, Problems problems) {
        this.functions = functions;
        this.problems = problems;
    }

    /** Checks the values of a call's parameters. */
    void check(CallStep step) {
        if (functions.parametersOf(step.function()).stream()
                .map(FunctionParameter::name)
                .collect(ImmutableSet.toImmutableSet())
                .containsAll(step.arguments().keySet())) {
            RequiredArguments.check(step, problems);
        }
        for (Map.Entry<String, ArgumentValue> argument : step.arguments().entrySet()) {
            if (ULONGS.contains(argument.getKey())) {
                checkSize(argument.getKey(), argument.getValue());
            }
        }
        MemoryParameters.of(step).forEach(this::checkMemory);
        for (FunctionParameter parameter : functions.parametersOf(step.function())) {
            ArgumentValue value = step.arguments().get(parameter.name());
            boolean variable = WITH_VARIABLES.contains(step.function()) && !WRITTEN_BY_BOTH.contains(parameter.name());
            boolean place = value instanceof ArgumentValue.Null || value instanceof ArgumentValue.Fields;
            if (parameter.out() && variable && value != null && !place) {
                problems.report(
                        value.position(),
                        value.toString().length(),
                        parameter.name() + " is only written by " + step.function(),
                        "NULL, nothing, or its memory is written here, such as { bytes: 28 }; 'outputs' compares what comes"
                                + " back");
            }
        }
    }

    private void checkMemory(ArgumentValue.Fields fields) {
        try {
            MemorySpec.of(fields);
        } catch (ArgumentMistakeException mistake) {
            problems.report(mistake.position(), mistake.width(), String.valueOf(mistake.getMessage()), mistake.hint());
        }
    }

    private void checkSize(String name, ArgumentValue value) {
        ImmutableList<ArgumentValue> values =
                value instanceof ArgumentValue.Items items ? items.values() : ImmutableList.of(value);
        for (ArgumentValue one : values) {
            Optional<Long> number =
                    one instanceof ArgumentValue.Text text ? HeaderConstants.parse(text.text()) : Optional.empty();
            if (number.filter(given -> given > UnsignedInteger.MAX_VALUE.longValue())
                    .isPresent()) {
                problems.report(
                        one.position(),
                        one.toString().length(),
                        name + " has 32 bits, and '" + one + "' does not fit",
                        "at most 0xFFFFFFFF");
            }
        }
    }
}
