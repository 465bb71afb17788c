package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.DriverCall;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.StatusExpectation;
import java.util.Optional;
import java.util.function.Function;

/** How it is written what the completion routine of a call does: calls of its own, and its own call again. */
final class CompletionScriptElement {
    private static final String WHILE_RECEIVED = "while-received";

    private static final Field<ImmutableList<Reference>> AWAITS = Field.optional(
            "awaits",
            ListType.oneOrMore(ScalarTypes.name("the id of a call")),
            "none",
            "Calls for whose completion the routine waits with KeWaitForSingleObject, which no completion routine may"
                    + " do: it may run at DISPATCH_LEVEL.",
            "[reply]");

    private final Field<ImmutableList<DriverCall>> calls;
    private final Field<Repetition> again;

    /**
     * How often the call is made again.
     *
     * @param times what must come of it each time; empty where that follows from what was received
     */
    private record Repetition(ImmutableList<CompletionScript.Again> times) {
        private static final Repetition WHILE_RECEIVED = new Repetition(ImmutableList.of());
    }

    /**
     * Makes the element.
     *
     * @param call a call step
     * @param returns the field for what a function must return
     * @param completes the field for how an IRP must complete
     * @param outputs the field for what must have been written, and what it is in the model
     */
    <T> CompletionScriptElement(
            ValueType<CallStep> call,
            Field<StatusExpectation> returns,
            Field<CompletionExpectation> completes,
            Field<ImmutableList<T>> outputs,
            Function<ImmutableList<T>, ImmutableMap<String, ArgumentValue>> values) {
        this.calls = Field.optional(
                "calls",
                ListType.ofSome(KernelElements.orCall(call)),
                "none",
                "The calls that the routine makes, where it runs: in its thread and at its IRQL. One may take the IRP"
                        + " over, with allocate: reuse of this call.",
                "[{ call: WskSend, on: s, with: { Buffer: hello } }]");
        ElementType<CompletionScript.Again> repetition = ElementType.of(
                "call made again",
                "What must come of a call that its completion routine makes again.",
                ImmutableList.of(returns, completes, outputs),
                bound -> new CompletionScript.Again(
                        bound.find(returns),
                        bound.find(completes),
                        values.apply(bound.get(outputs, ImmutableList.of())),
                        bound.position()));
        ScalarType<Repetition> word =
                ScalarType.words(WHILE_RECEIVED, ImmutableList.of(WHILE_RECEIVED), CompletionScriptElement::word);
        this.again = Field.optional(
                "again",
                new EitherType<>(
                        word, new MappedType<>(ListType.ofSome(repetition), (times, node) -> new Repetition(times))),
                "not",
                "How often the routine makes its own call again, with the same arguments and the same IRP, by"
                        + " IoReuseIrp: as often as the list has elements, each with what must come of it; or"
                        + " while-received, which is as long as the IRP succeeds with bytes, without which the"
                        + " routine does nothing at all.",
                "[{ outputs: { Buffer: world } }, { completes: { information: 0 } }]");
    }

    /** Returns the fields, which stand among others. */
    ImmutableList<Field<?>> fields() {
        return ImmutableList.of(calls, again, AWAITS);
    }

    private static Repetition word(Node.Scalar scalar) throws BadTextException {
        if (!scalar.text().equals(WHILE_RECEIVED)) {
            throw ScalarTypes.mismatch(
                    scalar, "while-received or a list", "for each time an element, such as [{ completes: never }]");
        }
        return Repetition.WHILE_RECEIVED;
    }

    /** Reads the fields; nothing where none is written. */
    Optional<CompletionScript> read(Bound bound) {
        ImmutableList<DriverCall> made = bound.get(calls, ImmutableList.of());
        made.forEach(call -> EventElements.checkInside(call, "a completion routine", false, bound));
        if (!bound.isWritten(calls) && !bound.isWritten(again) && !bound.isWritten(AWAITS)) {
            return Optional.empty();
        }
        ImmutableList<CompletionScript.Again> times =
                bound.find(again).map(Repetition::times).orElse(ImmutableList.of());
        checkNever(times, bound);
        boolean whileReceived =
                bound.find(again).filter(Repetition.WHILE_RECEIVED::equals).isPresent();
        return Optional.of(new CompletionScript(
                made, bound.get(AWAITS, ImmutableList.of()), times, whileReceived, bound.position()));
    }

    /** What never completes has no routine that could make the next call. */
    private static void checkNever(ImmutableList<CompletionScript.Again> times, Bound bound) {
        for (int i = 0; i + 1 < times.size(); i++) {
            if (times.get(i)
                    .completes()
                    .filter(CompletionExpectation.Never.class::isInstance)
                    .isPresent()) {
                bound.problems()
                        .report(
                                times.get(i).position(),
                                1,
                                "no call is made again after one that never completes",
                                "only the last element can say 'completes: never'");
            }
        }
    }
}
