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
    /** Index of the option of {@link #UNANSWERED_NAME_STATUS} that makes no difference to a name that does not exist. */
    public static final int AS_FOR_AN_UNKNOWN_NAME = 0;
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

    /** Index of the option of {@link #INLINE_WAIT} that waits. */
    public static final int UNTIL_THE_OUTCOME = 0;

    /** Whether a call that is to complete its IRP before it returns waits inside itself for an outcome that is not known yet. */
    public static final DecisionPoint INLINE_WAIT = DecisionPoint.of(
            "irp.inline-wait",
            "using-irps-with-winsock-kernel-functions: the request completes before the return, or is pended (OQ-1)",
            "until-the-outcome",
            "pend-instead");

    /** The status for a transport that the transport list does not have. */
    public static final DecisionPoint UNLISTED_TRANSPORT_STATUS = DecisionPoint.of(
            "wsk.unlisted-transport-status",
            "nc-wsk-pfn_wsk_socket names no status; a client driver saw STATUS_PROTOCOL_UNREACHABLE for protocol 0",
            "STATUS_PROTOCOL_NOT_SUPPORTED",
            "STATUS_NOT_SUPPORTED",
            "STATUS_INVALID_PARAMETER",
            "STATUS_PROTOCOL_UNREACHABLE");

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
            "nc-wsk-pfn_wsk_receive_event: at or below DISPATCH_LEVEL; the flag, where set, says exactly"
                    + " DISPATCH_LEVEL",
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

    /** Index of the option of {@link #RELEASE_ASAP} that sets the flag. */
    public static final int SET = 1;

    /** Whether WskReceiveEvent is told that the provider wants the list back very soon. */
    public static final DecisionPoint RELEASE_ASAP = DecisionPoint.of(
            "event.release-asap",
            "nc-wsk-pfn_wsk_receive_event: WSK_FLAG_RELEASE_ASAP asks for a quick release, without a word on when it is set",
            "not-set",
            "set");

    /** Index of the option of {@link #EARLY_RELEASE} and {@link #EARLY_INSPECTION} by which the call succeeds. */
    public static final int COUNTS = 0;

    /** What WskRelease does while the callback still runs that was given the list. */
    public static final DecisionPoint EARLY_RELEASE = DecisionPoint.of(
            "event.early-release",
            "nc-wsk-pfn_wsk_release_data_indication_list: a list that was retained by returning STATUS_PENDING; a worker"
                    + " on another processor may be faster than the return (OQ-124)",
            "counts-when-kept",
            "refused");

    /** What WskInspectComplete does while the WskInspectEvent still runs that asked about the request. */
    public static final DecisionPoint EARLY_INSPECTION = DecisionPoint.of(
            "event.early-inspection",
            "nc-wsk-pfn_wsk_inspect_complete: a request that WskInspectEvent has pended; a worker on another processor"
                    + " may be faster than the return (OQ-124)",
            "counts-when-pended",
            "refused");

    /** Index of the option of {@link #ACCEPT_RACE} that calls WskAcceptEvent. */
    public static final int EVENT_WINS = 1;

    /** Who gets a connection when a WskAccept is queued and WskAcceptEvent is enabled. */
    public static final DecisionPoint ACCEPT_RACE = DecisionPoint.of(
            "event.accept-race",
            "nc-wsk-pfn_wsk_accept: a queued WskAccept has precedence, but a race may call WskAcceptEvent all the same",
            "WskAccept",
            "WskAcceptEvent");

    /** Which of several sockets that listen at the same endpoint gets a connection. */
    public static final DecisionPoint SHARED_LISTENER = DecisionPoint.pick(
            "wsk.shared-listener", "using-so-reuseaddr-and-so-exclusiveaddruse: which socket gets it is indeterminate");

    /** When a send of a connection counts as sent. */
    public static final DecisionPoint SEND_COMPLETION = DecisionPoint.of(
            "wsk.send-completion",
            "nc-wsk-pfn_wsk_send: after all data has been sent (OQ-16)",
            "acknowledged",
            "handed-to-transport");

    /** Index of the option of {@link #DATAGRAM_LIST} that puts all datagrams that wait into one list. */
    public static final int ALL_THAT_WAIT = 0;

    /** How many of the datagrams that wait one call of WskReceiveFromEvent is given. */
    public static final DecisionPoint DATAGRAM_LIST = DecisionPoint.of(
            "event.datagram-list",
            "nc-wsk-pfn_wsk_receive_from_event: a list of one or more datagrams",
            "all-that-wait",
            "one");

    /** Index of the option of {@link #COALESCING} that receives datagrams together. */
    public static final int TOGETHER = 0;

    /** Whether datagrams that wait and may be coalesced are: only with UDP_RECV_MAX_COALESCED_SIZE. */
    public static final DecisionPoint COALESCING = DecisionPoint.of(
            "wsk.coalescing",
            "ipproto-udp-socket-options: multiple received datagrams may be coalesced (OQ-123)",
            "all-that-wait",
            "none");

    /** How the data of one datagram is laid out in its WSK_BUF. */
    public static final DecisionPoint DATAGRAM_SHAPE = DecisionPoint.of(
            "event.datagram-shape",
            "ns-wsk-_wsk_datagram_indication, ns-wsk-_wsk_buf: any MDL chain with any offset",
            "one-mdl",
            "offset-in-first-mdl",
            "mdl-chain");

    /** With which status a receive completes whose buffer is too small for the datagram. */
    public static final DecisionPoint TRUNCATION_STATUS = DecisionPoint.of(
            "wsk.truncation-status",
            "nc-wsk-pfn_wsk_receive_from names MSG_TRUNC, but no status (OQ-19)",
            "STATUS_SUCCESS",
            "STATUS_BUFFER_OVERFLOW");

    /** The status of a datagram that is too large to be sent. */
    public static final DecisionPoint OVERSIZE_STATUS = DecisionPoint.of(
            "wsk.oversized-datagram-status",
            "no page names a status; public mappings pair both with a message that is too long",
            "STATUS_INVALID_BUFFER_SIZE",
            "STATUS_BUFFER_OVERFLOW");

    /** Which of the sockets that share an endpoint receives a datagram to one host. */
    public static final DecisionPoint SHARED_DATAGRAM = DecisionPoint.pick(
            "wsk.shared-datagram-receiver", "so-reuseaddr, sharing-transport-addresses: no page says who receives");

    /** Index of the option of {@link #CONTROL_FLAGS_WITHOUT_LENGTH} that stores no flags. */
    public static final int IGNORED = 0;

    /** Whether WskReceiveFrom stores ControlFlags when ControlLength is NULL. */
    public static final DecisionPoint CONTROL_FLAGS_WITHOUT_LENGTH = DecisionPoint.of(
            "wsk.control-flags-without-length",
            "nc-wsk-pfn_wsk_receive_from: ControlInfo is ignored then; the header says that ControlFlags is too",
            "ignored",
            "stored");

    /** The status for a name that DNS failed to answer for, or did not answer at all. */
    public static final DecisionPoint UNANSWERED_NAME_STATUS = DecisionPoint.of(
            "wsk.unanswered-name-status",
            "nc-wsk-pfn_wsk_get_address_info: a host name that could not be resolved, without a word on why",
            "as-for-an-unknown-name",
            "STATUS_IO_TIMEOUT",
            "STATUS_INTERNAL_ERROR");

    /** The status of WskGetNameInfo where a buffer has no room for a name and its terminator. */
    public static final DecisionPoint SMALL_NAME_BUFFER_STATUS = DecisionPoint.of(
            "wsk.small-name-buffer-status",
            "nc-wsk-pfn_wsk_get_name_info names no status (OQ-49)",
            "STATUS_BUFFER_OVERFLOW",
            "STATUS_BUFFER_TOO_SMALL");

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
                    RELEASE_ASAP,
                    SEND_COMPLETION,
                    DATAGRAM_LIST,
                    DATAGRAM_SHAPE,
                    COALESCING,
                    TRUNCATION_STATUS,
                    OVERSIZE_STATUS,
                    SHARED_DATAGRAM,
                    CONTROL_FLAGS_WITHOUT_LENGTH)
            .add(INLINE_WAIT, UNANSWERED_NAME_STATUS, SMALL_NAME_BUFFER_STATUS, ACCEPT_RACE, SHARED_LISTENER)
            .add(EARLY_RELEASE, EARLY_INSPECTION)
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
