package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.scenario.model.FaultSpec;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.reference.FunctionPages;
import dev.wsksim.wsk.WskFault;
import dev.wsksim.wsk.WskFunction;
import java.util.Optional;

/**
 * Looks whether the calls that a scenario lets fail can fail, and in that way.
 *
 * <p>A status counts that the page of the function names, and STATUS_INSUFFICIENT_RESOURCES, one of the "other status
 * codes" that all pages leave open. Not those that say more than that the call has failed: that a handle is bad, that
 * somebody cancelled, that the socket is dead, or what the network or the peer has done; they come about by what they say.
 */
final class FaultCheck {
    private static final ImmutableSet<NtStatus> SAY_MORE = ImmutableSet.of(
            NtStatus.STATUS_INVALID_HANDLE,
            NtStatus.STATUS_CANCELLED,
            NtStatus.STATUS_FILE_FORCED_CLOSED,
            NtStatus.STATUS_CONNECTION_REFUSED,
            NtStatus.STATUS_CONNECTION_RESET,
            NtStatus.STATUS_CONNECTION_ABORTED,
            NtStatus.STATUS_IO_TIMEOUT,
            NtStatus.STATUS_NETWORK_UNREACHABLE,
            NtStatus.STATUS_HOST_UNREACHABLE);

    private final Scenario scenario;
    private final Problems problems;

    FaultCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** Reports all that is wrong. */
    void run() {
        scenario.faults().forEach(this::check);
    }

    private void check(FaultSpec fault) {
        String name = fault.function().name();
        Optional<WskFunction> function = WskFunction.byName(name).filter(WskFault::isPossibleFor);
        if (function.isEmpty()) {
            problems.report(
                    fault.function().position(),
                    name.length(),
                    "calls of " + name + " cannot be made to fail",
                    "possible for functions that take an IRP, but not for WskCloseSocket");
            return;
        }
        ImmutableSet<NtStatus> possible = possible(function.get());
        if (!possible.contains(fault.status())) {
            ImmutableList<String> names =
                    possible.stream().map(NtStatus::name).collect(ImmutableList.toImmutableList());
            problems.report(
                    fault.position(),
                    fault.status().name().length(),
                    why(function.get(), fault.status()),
                    "possible here: " + String.join(", ", names));
        }
    }

    private static String why(WskFunction function, NtStatus status) {
        if (!status.isError()) {
            return status + " is no failure";
        }
        if (SAY_MORE.contains(status)) {
            return status + " says more than that a call of " + function + " has failed; let it come about";
        }
        return "the page of " + function + " does not name " + status;
    }

    /** Returns the statuses with which calls of a function can be made to fail. */
    static ImmutableSet<NtStatus> possible(WskFunction function) {
        ImmutableSet.Builder<NtStatus> possible = ImmutableSet.builder();
        FunctionPages.of(function)
                .ifPresent(page -> page.statuses().forEach(result -> {
                    NtStatus status = result.status();
                    if (status.isError() && !SAY_MORE.contains(status)) {
                        possible.add(status);
                    }
                }));
        return possible.build();
    }
}
