package dev.wsksim.scenario.reference;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.wsk.WskCallback;

/** What {@code explain} tells of each event callback. */
public final class CallbackPages {

    private static final String CONTEXT = "What the driver gave to the socket.";
    private static final String AT_DISPATCH =
            "where it is set, the IRQL is DISPATCH_LEVEL; without it, anything up to that (decision event.irql).";
    private static final String DURING = "Good during the call only.";

    private static final ImmutableMap<WskCallback, CallbackPage> PAGES = ImmutableList.of(
                    clientEvent(),
                    acceptEvent(),
                    inspectEvent(),
                    abortEvent(),
                    receiveFromEvent(),
                    receiveEvent(),
                    disconnectEvent(),
                    sendBacklogEvent())
            .stream()
            .collect(toImmutableMap(CallbackPage::callback, page -> page));

    private CallbackPages() {}

    /** Returns the page of a callback. */
    public static CallbackPage of(WskCallback callback) {
        CallbackPage page = PAGES.get(callback);
        if (page == null) {
            throw new AssertionError(callback + " has no page");
        }
        return page;
    }

    private static CallbackPage clientEvent() {
        return CallbackPage.of(WskCallback.WskClientEvent, "Tells a driver of an event that is no socket's.")
                .parameter("ClientContext", "ClientContext of WSK_CLIENT_NPI.")
                .parameter("EventType", "No event is defined.")
                .parameter("Information", DURING)
                .parameter("InformationLength", "0 without Information.")
                .returning("STATUS_SUCCESS", "The event was dealt with; nothing to return it for exists.")
                .returning("STATUS_NOT_IMPLEMENTED", "What a driver returns today, whatever the event.")
                .remark("As no event is defined, the subsystem never calls it.")
                .build();
    }

    private static CallbackPage acceptEvent() {
        return CallbackPage.of(WskCallback.WskAcceptEvent, "Hands over a connection that is established.")
                .parameter("SocketContext", "What the driver gave to the listening socket.")
                .parameter("Flags", "WSK_FLAG_AT_DISPATCH_LEVEL: " + AT_DISPATCH)
                .parameter("LocalAddress", DURING)
                .parameter("RemoteAddress", DURING)
                .parameter(
                        "AcceptSocket",
                        "The accepted socket. NULL: the listening socket is dead, and is to be closed; what is returned"
                                + " then means nothing (OQ-29).")
                .parameter("AcceptSocketContext", "To be set to the context of the accepted socket, or NULL.")
                .parameter(
                        "AcceptSocketDispatch",
                        "To be set to its WSK_CLIENT_CONNECTION_DISPATCH, or NULL; both before an event of it is enabled.")
                .returning(
                        "STATUS_SUCCESS",
                        "Accepted. Events that the listening socket passes on are enabled from then on.")
                .returning(
                        "STATUS_REQUEST_NOT_ACCEPTED",
                        "Not accepted: the provider closes the socket, which the driver must not touch any more.")
                .remark(
                        "A queued WskAccept goes before it, unless the decision event.accept-race says otherwise (OQ-115).")
                .build();
    }

    private static CallbackPage inspectEvent() {
        return CallbackPage.of(
                        WskCallback.WskInspectEvent, "Asks whether to accept a connection, before its handshake.")
                .parameter("SocketContext", CONTEXT)
                .parameter("LocalAddress", DURING)
                .parameter("RemoteAddress", DURING)
                .parameter(
                        "InspectID",
                        "Names the request; the driver copies the structure. NULL: the listening socket is dead, and is to"
                                + " be closed.")
                .returning(
                        "WskInspectAccept", "The handshake goes on; WskAccept or WskAcceptEvent delivers the socket.")
                .returning(
                        "WskInspectReject",
                        "The request is refused with a RST (assumption); no other callback follows.")
                .returning("WskInspectPend", "Undecided until WskInspectComplete, or until WskAbortEvent.")
                .remark("Not called for a SYN that is sent again: it belongs to the request that is being inspected.")
                .build();
    }

    private static CallbackPage abortEvent() {
        return CallbackPage.of(
                        WskCallback.WskAbortEvent,
                        "Tells that a request is gone which WskInspectEvent has accepted or left pending.")
                .parameter("SocketContext", CONTEXT)
                .parameter("InspectID", "Names the request; compared by content.")
                .returning("STATUS_SUCCESS", "Always.")
                .remark("WskInspectComplete for it does not bring it back: success, and no connection (OQ-14).")
                .remark("Not called for what the close of the listening socket ends (OQ-35).")
                .build();
    }

    private static CallbackPage receiveFromEvent() {
        return CallbackPage.of(WskCallback.WskReceiveFromEvent, "Tells of datagrams that have come.")
                .parameter("SocketContext", CONTEXT)
                .parameter(
                        "Flags",
                        "MSG_BCAST and MSG_MCAST hold for the whole list. WSK_FLAG_AT_DISPATCH_LEVEL: " + AT_DISPATCH)
                .parameter(
                        "DataIndication",
                        "The list, of one or more datagrams (decision event.datagram-list, OQ-109). NULL: the socket is dead,"
                                + " and is to be closed.")
                .returning("STATUS_SUCCESS", "Read; the list is the provider's again.")
                .returning(
                        "STATUS_PENDING",
                        "The driver keeps the list until WskRelease; further calls may come meanwhile.")
                .returning(
                        "STATUS_DATA_NOT_ACCEPTED",
                        "The datagrams wait, and the event is disabled until SO_WSK_EVENT_CALLBACK enables it again; then"
                                + " they come first. A static event stays enabled, and the datagrams are lost (OQ-21).")
                .remark("A pending WskReceiveFrom goes before it.")
                .build();
    }

    private static CallbackPage receiveEvent() {
        return CallbackPage.of(WskCallback.WskReceiveEvent, "Tells of bytes that have come on a connection.")
                .parameter("SocketContext", CONTEXT)
                .parameter(
                        "Flags",
                        "WSK_FLAG_ENTIRE_MESSAGE: the peer had pushed some of the bytes. WSK_FLAG_RELEASE_ASAP, not to keep"
                                + " the list for long, is a decision (event.release-asap, OQ-119). WSK_FLAG_AT_DISPATCH_LEVEL: "
                                + AT_DISPATCH)
                .parameter(
                        "DataIndication",
                        "The list, in any layout (decision event.indication-shape, OQ-102). NULL: the socket is dead, and is"
                                + " to be closed.")
                .parameter("BytesIndicated", "How many bytes the list has.")
                .parameter("BytesAccepted", "To be set where fewer are taken; counts with STATUS_SUCCESS only.")
                .returning(
                        "STATUS_SUCCESS",
                        "All bytes are taken, or BytesAccepted of them; then the callback is not called before WskReceive.")
                .returning(
                        "STATUS_PENDING",
                        "The driver keeps the whole list until WskRelease; further calls may come meanwhile.")
                .returning(
                        "STATUS_DATA_NOT_ACCEPTED",
                        "Nothing is taken; the callback is not called before WskReceive, which may be of no bytes.")
                .remark("Calls for one socket never overlap. A pending WskReceive goes before it.")
                .remark(
                        "After a part was taken it comes again when WskReceive has completed, not when it is called (OQ-67).")
                .build();
    }

    private static CallbackPage disconnectEvent() {
        return CallbackPage.of(WskCallback.WskDisconnectEvent, "Tells that the peer has disconnected.")
                .parameter("SocketContext", CONTEXT)
                .parameter(
                        "Flags",
                        "WSK_FLAG_ABORTIVE: the connection was reset or lost, and nothing is sent or received any more."
                                + " Without it: the peer sends no more, and the driver may go on sending."
                                + " WSK_FLAG_AT_DISPATCH_LEVEL: " + AT_DISPATCH)
                .returning("STATUS_SUCCESS", "Always.")
                .remark("A graceful one comes when all data was indicated and taken (OQ-32).")
                .remark("What the driver itself has ended is not told.")
                .build();
    }

    private static CallbackPage sendBacklogEvent() {
        return CallbackPage.of(WskCallback.WskSendBacklogEvent, "Tells that the ideal send backlog has changed.")
                .parameter("SocketContext", CONTEXT)
                .parameter(
                        "IdealBacklogSize",
                        "How many bytes of sends should be outstanding for full throughput (OQ-41).")
                .returning("STATUS_SUCCESS", "Always.")
                .remark("SIO_WSK_QUERY_IDEAL_SEND_BACKLOG tells the size at any time.")
                .build();
    }
}
