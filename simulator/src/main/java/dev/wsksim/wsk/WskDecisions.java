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

    /** The IRQL of an event callback, and whether its flags tell it. */
    public static final DecisionPoint EVENT_IRQL = DecisionPoint.of(
            "event.irql",
            "nc-wsk-pfn_wsk_receive_event: at or below DISPATCH_LEVEL; the flag, where set, says exactly DISPATCH_LEVEL",
            "DISPATCH_LEVEL-flagged",
            "PASSIVE_LEVEL",
            "DISPATCH_LEVEL-unflagged");

    /** How received bytes are laid out in the list that WskReceiveEvent is given. */
    public static final DecisionPoint INDICATION_SHAPE = DecisionPoint.of(
            "event.indication-shape",
            "ns-wsk-_wsk_data_indication, ns-wsk-_wsk_buf: any list of any MDL chains",
            "one-mdl",
            "offset-in-first-mdl",
            "mdl-chain",
            "two-entries");

    /** When a send of a connection counts as sent. */
    public static final DecisionPoint SEND_COMPLETION = DecisionPoint.of(
            "wsk.send-completion",
            "nc-wsk-pfn_wsk_send: after all data has been sent (OQ-16)",
            "acknowledged",
            "handed-to-transport");

    private static final ImmutableList<DecisionPoint> ALL = ImmutableList.<DecisionPoint>builder()
            .add(
                    COMPLETION_IRQL,
                    COMPLETION_ORDER,
                    CANCELLED_COMPLETION,
                    FAILURE_COMPLETION,
                    UNLISTED_TRANSPORT_STATUS,
                    UNCONNECTABLE_TRANSPORT_STATUS,
                    EVENT_IRQL,
                    INDICATION_SHAPE,
                    SEND_COMPLETION)
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
