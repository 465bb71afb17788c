package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.DecisionPoint;
import java.util.Arrays;
import java.util.Optional;

/**
 * The named choices that the WSK documentation leaves open, besides each function's own {@link
 * WskFunction#completionPoint()}.
 */
public final class WskDecisions {

    /** Index of the option of {@link #COMPLETION_IRQL} that completes at DISPATCH_LEVEL. */
    public static final int AT_DISPATCH_LEVEL = 0;
    /** Index of the option of {@link #CANCELLED_COMPLETION} that completes inside IoCancelIrp. */
    public static final int BEFORE_IO_CANCEL_IRP_RETURNS = 0;
    /** Index of the option of {@link #FAILURE_COMPLETION} that completes inside the call. */
    public static final int BEFORE_RETURN = 0;

    /** The IRQL at which a pended request's completion routine runs. */
    public static final DecisionPoint COMPLETION_IRQL = DecisionPoint.of(
            "irp.completion-irql",
            "nf-wdm-iosetcompletionroutine: at or below DISPATCH_LEVEL",
            "DISPATCH_LEVEL",
            "PASSIVE_LEVEL");

    /** Which of several completions that are due at the same instant comes first. */
    public static final DecisionPoint COMPLETION_ORDER =
            DecisionPoint.pick("irp.completion-order", "no page orders the completions of different requests");

    /** When the IRP of a cancelled request is completed. */
    public static final DecisionPoint CANCELLED_COMPLETION = DecisionPoint.of(
            "irp.cancelled-completion",
            "nf-wdm-iocancelirp, implementing-a-cancel-routine",
            "before-IoCancelIrp-returns",
            "later");

    /** When the IRP is completed of a call that returns a failure at once. */
    public static final DecisionPoint FAILURE_COMPLETION = DecisionPoint.of(
            "irp.failure-completion", "nc-wsk-pfn_wsk_socket_connect (OQ-1)", "before-return", "after-return");

    /** The status for a transport that the transport list does not have. */
    public static final DecisionPoint UNLISTED_TRANSPORT_STATUS = DecisionPoint.of(
            "wsk.unlisted-transport-status",
            "nc-wsk-pfn_wsk_socket names no status",
            "STATUS_PROTOCOL_NOT_SUPPORTED",
            "STATUS_NOT_SUPPORTED",
            "STATUS_INVALID_PARAMETER");

    /** The status for connecting over a transport that is listed but cannot be connected. */
    public static final DecisionPoint UNCONNECTABLE_TRANSPORT_STATUS = DecisionPoint.of(
            "wsk.unconnectable-transport-status",
            "no page names a status; binding a listening socket over UDP was seen to fail with STATUS_NOT_IMPLEMENTED",
            "STATUS_NOT_IMPLEMENTED",
            "STATUS_NOT_SUPPORTED",
            "STATUS_INVALID_PARAMETER");

    private static final ImmutableList<DecisionPoint> ALL = ImmutableList.<DecisionPoint>builder()
            .add(
                    COMPLETION_IRQL,
                    COMPLETION_ORDER,
                    CANCELLED_COMPLETION,
                    FAILURE_COMPLETION,
                    UNLISTED_TRANSPORT_STATUS,
                    UNCONNECTABLE_TRANSPORT_STATUS)
            .addAll(Arrays.stream(WskFunction.values())
                    .filter(function -> function.takesIrp() && function.support() != Support.NONE)
                    .map(WskFunction::completionPoint)
                    .iterator())
            .build();

    private WskDecisions() {}

    /** Returns every decision point of the WSK subsystem. */
    public static ImmutableList<DecisionPoint> all() {
        return ALL;
    }

    /** Returns the decision point with this name, if there is one. */
    public static Optional<DecisionPoint> byName(String name) {
        return ALL.stream().filter(point -> point.name().equals(name)).findFirst();
    }
}
