package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.model.ArgumentValue;
import dev.wsksim.scenario.model.CallStep;
import dev.wsksim.scenario.model.CompletionExpectation;
import dev.wsksim.scenario.model.CompletionScript;
import dev.wsksim.scenario.model.StatusExpectation;
import dev.wsksim.scenario.reference.FunctionPage;
import dev.wsksim.scenario.reference.FunctionPages;
import dev.wsksim.wsk.WskFunction;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for statuses that a call is expected to come to and that its function cannot have: none that its page lists,
 * which has those of all profiles, decisions and faults. Such a scenario can only fail.
 */
final class StatusCheck {
    private final Problems problems;

    StatusCheck(Problems problems) {
        this.problems = problems;
    }

    /** Reports what a call cannot return, and what its IRP cannot be completed with. */
    void check(CallStep step) {
        Optional<WskFunction> function = WskFunction.byName(step.function());
        if (function.isEmpty()) {
            return;
        }
        boolean withoutIrp = !function.get().takesIrp() || step.arguments().get("Irp") instanceof ArgumentValue.Null;
        check(function.get(), withoutIrp, step.returns(), step.completes());
        step.irp()
                .script()
                .map(CompletionScript::again)
                .orElse(ImmutableList.of())
                .forEach(again -> check(function.get(), withoutIrp, again.returns(), again.completes()));
    }

    private void check(
            WskFunction function,
            boolean withoutIrp,
            Optional<StatusExpectation> returns,
            Optional<CompletionExpectation> completes) {
        if (returns.isPresent()) {
            checkAll(function, !withoutIrp, returns.get());
        }
        completes
                .filter(CompletionExpectation.Completes.class::isInstance)
                .flatMap(expected -> ((CompletionExpectation.Completes) expected).status())
                .ifPresent(status -> checkCompleted(function, status));
    }

    /** That no IRP completes with STATUS_PENDING is told where the status is read. */
    private void checkCompleted(WskFunction function, StatusExpectation expected) {
        if (!expected.anyOf().contains(NtStatus.STATUS_PENDING)) {
            checkAll(function, false, expected);
        }
    }

    /** Of several statuses one has to be seen, so the others need not be possible. */
    private void checkAll(WskFunction function, boolean mayPend, StatusExpectation expected) {
        if (expected.anyOf().stream().anyMatch(status -> isPossible(function, mayPend, status))) {
            return;
        }
        NtStatus first = expected.anyOf().get(0);
        String message = first == NtStatus.STATUS_PENDING
                ? "without an IRP no call of " + function + " returns STATUS_PENDING"
                : "no call of " + function + " comes to " + expected;
        String names = possible(function).stream()
                .filter(status -> status != NtStatus.STATUS_PENDING || mayPend)
                .map(NtStatus::name)
                .collect(Collectors.joining(", "));
        problems.report(expected.position(), first.name().length(), message, "possible here: " + names);
    }

    private static boolean isPossible(WskFunction function, boolean mayPend, NtStatus status) {
        return switch (status) {
            case STATUS_SUCCESS -> true;
            case STATUS_PENDING -> mayPend;
            default -> possible(function).contains(status);
        };
    }

    private static ImmutableList<NtStatus> possible(WskFunction function) {
        return FunctionPages.of(function).map(FunctionPage::statuses).orElse(ImmutableList.of()).stream()
                .map(FunctionPage.Result::status)
                .collect(ImmutableList.toImmutableList());
    }
}
