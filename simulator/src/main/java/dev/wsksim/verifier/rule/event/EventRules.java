package dev.wsksim.verifier.rule.event;

import com.google.common.collect.ImmutableList;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.Severity;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.CallbackReturned;

/** The rules about event callbacks. */
public final class EventRules {

    private static final String RECEIVE = "nc-wsk-pfn_wsk_receive_event";
    private static final String RECEIVE_FROM = "nc-wsk-pfn_wsk_receive_from_event";
    private static final String DISCONNECT = "nc-wsk-pfn_wsk_disconnect_event";
    private static final String BACKLOG = "nc-wsk-pfn_wsk_send_backlog_event";
    private static final String ACCEPT = "nc-wsk-pfn_wsk_accept_event";
    private static final String ABORT = "nc-wsk-pfn_wsk_abort_event";
    private static final String RELEASE_DATA = "nc-wsk-pfn_wsk_release_data_indication_list";
    private static final String RELEASE_DATAGRAMS = "nc-wsk-pfn_wsk_release_datagram_indication_list";

    private static final Rule RETURNS = Rule.named(
                    "WSK-EVENT-001", Severity.MUST, "A callback returns a status of its page")
            .what("WskReceiveEvent and WskReceiveFromEvent return STATUS_SUCCESS, STATUS_PENDING or"
                    + " STATUS_DATA_NOT_ACCEPTED, WskDisconnectEvent and WskSendBacklogEvent STATUS_SUCCESS.")
            .why("What any other status does is not documented.")
            .fix("Keep what went wrong in the socket's context, and return one of these.")
            .pages(RECEIVE, RECEIVE_FROM, DISCONNECT, BACKLOG)
            .obligations("V184", "V192", "V193", "V221", "R-70")
            .checkedOn(CallbackReturned.class, EventChecks::returns);

    private static final Rule ACCEPTED = Rule.named(
                    "WSK-EVENT-002", Severity.MUST, "No more bytes are accepted than were indicated")
            .what("What WskReceiveEvent writes to BytesAccepted is at most BytesIndicated.")
            .why("Bytes that never came would be taken off the stream.")
            .fix("Leave BytesAccepted alone to accept everything.")
            .pages(RECEIVE)
            .obligations("V186", "R-74")
            .checkedOn(CallbackMisused.class, EventChecks::misused);

    private static final Rule NO_WAITING = Rule.named(
                    "WSK-EVENT-003", Severity.MUST, "A callback does not wait for a WSK request")
            .what(
                    "Inside an event callback, requests may begin, but the callback does not wait for their completion, not"
                            + " even at PASSIVE_LEVEL.")
            .why("The thread that would complete the request may be the one that waits.")
            .fix("Begin the request, return, and go on in its completion routine or a work item.")
            .pages(RECEIVE, DISCONNECT, BACKLOG, ACCEPT, ABORT, RECEIVE_FROM)
            .obligations("V240", "R-65", "R-85", "R-87")
            .checkedBy(WaitingCheck::new);

    private static final Rule RELEASED_ONCE = Rule.named(
                    "WSK-EVENT-004", Severity.MUST, "WskRelease gives back a list that was kept, once")
            .what("WskRelease is called with the very list for which the callback returns STATUS_PENDING, on the same"
                    + " socket, and once. A worker may be faster than the return (OQ-124).")
            .why("The memory of any other list belongs to the provider already.")
            .fix("Keep the pointer only where the callback returns STATUS_PENDING, and clear it on release.")
            .pages(RELEASE_DATA, RELEASE_DATAGRAMS)
            .obligations("V195", "V196", "V227", "V228", "R-77")
            .checkedBy(ReleaseCheck::new);

    private static final Rule RELEASED_BEFORE_CLOSE = Rule.named(
                    "WSK-EVENT-005", Severity.MUST, "Kept lists are released before the socket is closed")
            .what("Each list that a callback has kept was given back with WskRelease when WskCloseSocket is called.")
            .why("Closing does not release them, and afterwards there is no socket to release them on.")
            .fix("Count the kept lists of a socket, and close it when the last one was released.")
            .pages(RECEIVE, RELEASE_DATA, RECEIVE_FROM, RELEASE_DATAGRAMS)
            .obligations("V188", "V222", "R-77", "V101")
            .checkedBy(KeptListsCheck::new);

    private static final Rule RELEASED_SOON = Rule.named(
                    "WSK-EVENT-006", Severity.SHOULD, "Kept lists are released soon")
            .what(
                    "A list that came with WSK_FLAG_RELEASE_ASAP is kept only where there is no other way, and released at"
                            + " once; any other one is released within reasonable time. The pages have no numbers: here it is "
                            + KeptTooLongCheck.AS_SOON_AS_POSSIBLE + " and " + KeptTooLongCheck.REASONABLE
                            + " of virtual time (assumption, OQ-127).")
            .why("The provider runs out of memory for what arrives.")
            .fix("Copy the data and return STATUS_SUCCESS, or have the work done before more is accepted.")
            .pages(RECEIVE, "using-winsock-kernel-functions-vs--event-callback-functions")
            .obligations("V190", "G31", "R-78")
            .checkedBy(KeptTooLongCheck::new);

    /** All of them. */
    public static final ImmutableList<Rule> ALL =
            ImmutableList.of(RETURNS, ACCEPTED, NO_WAITING, RELEASED_ONCE, RELEASED_BEFORE_CLOSE, RELEASED_SOON);

    private EventRules() {}
}
