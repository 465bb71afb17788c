package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.model.CompletionRoutine;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.InvokeOn;
import dev.wsksim.scenario.model.IrpDisposal;
import dev.wsksim.scenario.model.IrpSource;
import dev.wsksim.scenario.model.IrpUse;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;
import java.util.OptionalInt;

/** How the treatment of a call's IRP is written. */
final class IrpElement {
    private static final String REUSE = "reuse of ";
    private static final String AS_IT_IS = "same as ";
    private static final String PASSED_DOWN = "passed-down";

    /** Where an IRP comes from, and of which earlier call it is. */
    private record Allocation(IrpSource source, Optional<Reference> call) {}

    private static final Field<CompletionRoutine> ROUTINE = Field.optional(
            "completion-routine",
            ScalarTypes.word("a completion routine", CompletionRoutine.values()),
            "standard",
            "What the completion routine returns: standard is STATUS_MORE_PROCESSING_REQUIRED, or for a passed-down IRP"
                    + " STATUS_CONTINUE_COMPLETION after IoMarkIrpPending where PendingReturned is TRUE; continue is"
                    + " STATUS_CONTINUE_COMPLETION alone; mark-pending calls IoMarkIrpPending first, which no own IRP"
                    + " allows; none sets no routine.",
            "standard");
    private static final Field<ImmutableList<InvokeOn>> INVOKE_ON = Field.optional(
            "invoke-on",
            ListType.of(ScalarTypes.word("success, error or cancel", InvokeOn.values())),
            "[success, error, cancel]",
            "For which completions the routine is called: the three flags of IoSetCompletionRoutine.",
            "[success, error]");
    private static final Field<IrpDisposal> FREE = Field.optional(
            "free",
            ScalarTypes.word("a way to free the IRP", IrpDisposal.values()),
            "automatic",
            "Who frees the IRP: the driver once no later step needs it, the completion routine, a later free-irp step,"
                    + " or nobody.",
            "in-routine");
    private static final Field<Integer> STACK_SIZE = Field.optional(
            "stack-size",
            ScalarTypes.integer("a number of stack locations", 0, 127),
            "1",
            "How many stack locations IoAllocateIrp is asked for.",
            "1");
    private static final Field<Allocation> ALLOCATE = Field.optional(
            "allocate",
            ScalarType.matching(
                    "new, reuse of an earlier call, same as that of an earlier call, or passed-down",
                    "new|" + PASSED_DOWN + "|(" + REUSE + "|" + AS_IT_IS + ")" + ScalarTypes.NAME_PATTERN,
                    IrpElement::allocation),
            "new",
            "Where the IRP comes from: IoAllocateIrp; an earlier call, after IoReuseIrp, or, with 'same as', without it; or"
                    + " a higher driver, in whose dispatch routine the call is made and whose status that returns.",
            "reuse of first");
    private static final Field<Optional<Integer>> COMPLETION_IRQL = Field.optional(
            "completion-irql",
            KernelTypes.IRQL_OR_ANY,
            "any",
            "The IRQL at which the completion routine must run.",
            "DISPATCH_LEVEL");

    private final CompletionScriptElement script;

    /** Makes the element, with what the completion routine does. */
    IrpElement(CompletionScriptElement script) {
        this.script = script;
    }

    /** Returns the treatment of an IRP. */
    ElementType<IrpUse> element() {
        return ElementType.checked(
                "irp",
                "How the driver makes, completes and frees the IRP of a call, and what its completion routine does: first"
                        + " the calls, in order, then its own call again.",
                ImmutableList.<Field<?>>builder()
                        .add(ROUTINE, INVOKE_ON, FREE, STACK_SIZE, ALLOCATE, COMPLETION_IRQL)
                        .addAll(script.fields())
                        .build(),
                this::irp);
    }

    private static Allocation allocation(Node.Scalar scalar) throws BadTextException {
        String text = scalar.text();
        if (text.equals("new")) {
            return new Allocation(IrpSource.NEW, Optional.empty());
        } else if (text.equals(PASSED_DOWN)) {
            return new Allocation(IrpSource.PASSED_DOWN, Optional.empty());
        }
        String prefix = text.startsWith(AS_IT_IS) ? AS_IT_IS : REUSE;
        String name = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
        if (!name.matches(ScalarTypes.NAME_PATTERN)) {
            throw ScalarTypes.mismatch(
                    scalar,
                    "new, reuse of an earlier call, same as that of one, or passed-down",
                    "for example: reuse of first");
        }
        return new Allocation(
                text.startsWith(AS_IT_IS) ? IrpSource.AS_IT_IS : IrpSource.REUSED,
                Optional.of(new Reference(name, ScalarTypes.within(scalar, prefix.length()))));
    }

    private Optional<IrpUse> irp(Bound irp) {
        CompletionRoutine routine = irp.get(ROUTINE, CompletionRoutine.STANDARD);
        IrpDisposal free = irp.get(FREE, IrpDisposal.AUTOMATIC);
        boolean noRoutine = routine == CompletionRoutine.NONE;
        if (noRoutine && free == IrpDisposal.IN_ROUTINE) {
            irp.report(FREE, "there is no completion routine that could free the IRP", "write 'later' or 'never'");
        }
        if (noRoutine && irp.isWritten(INVOKE_ON)) {
            irp.report(INVOKE_ON, "there is no completion routine to be called", "remove 'invoke-on'");
        }
        Optional<CompletionScript> done = script.read(irp);
        if (noRoutine && done.isPresent()) {
            script.fields().stream()
                    .filter(irp::isWritten)
                    .forEach(field -> irp.report(
                            field, "there is no completion routine that could do it", "remove '" + field.name() + "'"));
        }
        if (irp.isWritten(STACK_SIZE)
                && irp.find(ALLOCATE).flatMap(Allocation::call).isPresent()) {
            irp.report(STACK_SIZE, "a reused IRP has the stack size that it was allocated with", "remove 'stack-size'");
        }
        return Optional.of(new IrpUse(
                routine,
                irp.find(INVOKE_ON).map(ImmutableSortedSet::copyOf).orElse(IrpUse.DEFAULT.invokeOn()),
                free,
                optional(irp.find(STACK_SIZE)),
                irp.find(ALLOCATE).map(Allocation::source).orElse(IrpSource.NEW),
                irp.find(ALLOCATE).flatMap(Allocation::call),
                optional(irp.find(COMPLETION_IRQL).flatMap(irql -> irql)),
                done,
                irp.position()));
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
