package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What the completion routine of a call does before it returns.
 *
 * @param calls the calls that it makes, in order
 * @param awaits the calls for which it waits, which no completion routine may do
 * @param again how often it makes its own call again, with the same IRP: one element for each time
 * @param whileReceived whether it makes its own call again, and the others at all, as long as bytes were received
 * @param position where it is written
 */
public record CompletionScript(
        ImmutableList<DriverCall> calls,
        ImmutableList<Reference> awaits,
        ImmutableList<Again> again,
        boolean whileReceived,
        SourcePosition position) {

    /**
     * What must come of a call that is made again.
     *
     * @param returns what the function must return; absent: not checked
     * @param completes how the IRP must complete; absent: not checked
     * @param outputs what must have been written to out parameters, in the order of the file
     * @param position where it is written
     */
    public record Again(
            Optional<StatusExpectation> returns,
            Optional<CompletionExpectation> completes,
            ImmutableMap<String, ArgumentValue> outputs,
            SourcePosition position) {}

    /** Returns the call that is made again from the completion routine of this one, if there is one more. */
    Optional<CallStep> next(CallStep made) {
        if (whileReceived) {
            Again unchecked = new Again(Optional.empty(), Optional.empty(), ImmutableMap.of(), position);
            return Optional.of(next(made, unchecked, this));
        }
        return again.isEmpty()
                ? Optional.empty()
                : Optional.of(next(
                        made,
                        again.get(0),
                        new CompletionScript(calls, awaits, again.subList(1, again.size()), false, position)));
    }

    private static CallStep next(CallStep made, Again expected, CompletionScript rest) {
        return new CallStep(
                made.id(),
                made.timing(),
                made.function(),
                made.arguments(),
                made.socket(),
                made.thread(),
                made.irql(),
                made.irp().with(rest),
                expected.returns(),
                Optional.empty(),
                expected.completes(),
                expected.outputs(),
                made.onEvent(),
                made.position());
    }
}
