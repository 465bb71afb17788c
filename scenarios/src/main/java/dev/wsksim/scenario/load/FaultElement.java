package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.model.FaultSpec;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFunction;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** How calls that fail although nothing is wrong are written. */
final class FaultElement {
    private static final ScalarType<Reference> FUNCTION =
            ScalarType.matching("the name of a function", ScalarTypes.NAME_PATTERN, FaultElement::function);
    private static final Field<Reference> CALL =
            Field.required("call", FUNCTION, "The function whose call fails.", "WskSend");
    private static final Field<NtStatus> STATUS = Field.required(
            "status",
            KernelTypes.STATUS,
            "The failure: STATUS_INSUFFICIENT_RESOURCES, or one that the page of the function names and that leaves"
                    + " nothing else changed.",
            "STATUS_INSUFFICIENT_RESOURCES");
    private static final Field<Integer> NTH = Field.optional(
            "nth",
            ScalarTypes.integer("the number of a call", 1, Integer.MAX_VALUE),
            "1",
            "Which call of the function fails first; calls that have an IRP and good handles are counted.",
            "2");
    private static final Field<OptionalInt> TIMES = Field.optional(
            "times", DecisionElement.TIMES_OR_EVERY, "1", "How many calls fail, from that one on.", "every");
    private static final Field<NtStatus> RETURNS = Field.optional(
            "returns",
            KernelTypes.STATUS,
            "the failure",
            "STATUS_PENDING if the call pends and its IRP is completed with the failure.",
            "STATUS_PENDING");

    /** Calls that fail. */
    static final ListType<FaultSpec> FAULTS = ListType.ofSome(ElementType.checked(
            "fault",
            "Calls of a function that fail although nothing is wrong.",
            ImmutableList.of(CALL, STATUS, NTH, TIMES, RETURNS),
            FaultElement::fault));

    private FaultElement() {}

    private static Reference function(Node.Scalar scalar) throws BadTextException {
        if (WskFunction.byName(scalar.text()).isEmpty()) {
            ImmutableList<String> known = Arrays.stream(WskFunction.values())
                    .filter(WskFault::isPossibleFor)
                    .map(WskFunction::name)
                    .collect(ImmutableList.toImmutableList());
            throw new BadTextException(
                    "unknown function " + scalar.kind(),
                    Suggestion.hint(scalar.text(), known, "functions that can fail"));
        }
        return new Reference(scalar.text(), scalar.position());
    }

    private static Optional<FaultSpec> fault(Bound fault) {
        NtStatus status = fault.get(STATUS);
        Optional<NtStatus> returns = fault.find(RETURNS);
        if (returns.isPresent() && returns.get() != NtStatus.STATUS_PENDING && returns.get() != status) {
            fault.report(
                    RETURNS,
                    "the call returns the failure itself or STATUS_PENDING, not " + returns.get(),
                    "write returns: STATUS_PENDING, or leave it out");
            return Optional.empty();
        }
        return Optional.of(new FaultSpec(
                fault.get(CALL),
                status,
                fault.get(NTH, 1),
                fault.get(TIMES, OptionalInt.of(1)),
                returns.filter(NtStatus.STATUS_PENDING::equals).isPresent(),
                fault.position(STATUS)));
    }
}
