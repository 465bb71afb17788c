package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a call's IRP is made and treated.
 *
 * @param completionRoutine what its completion routine does
 * @param invokeOn for which completions IoSetCompletionRoutine asks the routine to be called
 * @param free who frees the IRP
 * @param stackSize the stack locations of the IRP; absent: one
 * @param source where the IRP comes from
 * @param reuseOf the earlier call whose IRP is used again, where it is
 * @param completionIrql the IRQL at which the completion routine must run; absent: any
 * @param script what the completion routine does besides returning; absent: nothing
 * @param position where it is written
 */
public record IrpUse(
        CompletionRoutine completionRoutine,
        ImmutableSortedSet<InvokeOn> invokeOn,
        IrpDisposal free,
        OptionalInt stackSize,
        IrpSource source,
        Optional<Reference> reuseOf,
        OptionalInt completionIrql,
        Optional<CompletionScript> script,
        SourcePosition position) {
    /** A new IRP with one stack location, treated as the documentation's samples do. */
    public static final IrpUse DEFAULT = new IrpUse(
            CompletionRoutine.STANDARD,
            ImmutableSortedSet.of(InvokeOn.SUCCESS, InvokeOn.ERROR, InvokeOn.CANCEL),
            IrpDisposal.AUTOMATIC,
            OptionalInt.empty(),
            IrpSource.NEW,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            SourcePosition.NONE);

    /** Returns the calls that the completion routine makes, besides its own call again. */
    public ImmutableList<DriverCall> calls() {
        return script.map(CompletionScript::calls).orElse(ImmutableList.of());
    }

    /** Returns this with another script. */
    IrpUse with(CompletionScript other) {
        return new IrpUse(
                completionRoutine,
                invokeOn,
                free,
                stackSize,
                source,
                reuseOf,
                completionIrql,
                Optional.of(other),
                position);
    }
}
