package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * The registry of the callbacks that a driver may have: exact name, the client dispatch table that holds it, its page,
 * parameters in order, what it may return, the flags that it is passed, and how it is enabled.
 *
 * <p>All are called at or below DISPATCH_LEVEL, in an arbitrary thread context; only those that are passed
 * WSK_FLAG_AT_DISPATCH_LEVEL can tell at which. Source: winsock-kernel-events and the page of each.
 */
public enum WskCallback {
    WskClientEvent(
            "WSK_CLIENT_DISPATCH",
            "nc-wsk-pfn_wsk_client_event",
            EnabledBy.REGISTRATION,
            Support.FULL,
            ImmutableList.of("ClientContext", "EventType", "Information", "InformationLength"),
            ImmutableList.of(),
            "STATUS_SUCCESS",
            "STATUS_NOT_IMPLEMENTED"),
    WskAcceptEvent(
            "WSK_CLIENT_LISTEN_DISPATCH",
            "nc-wsk-pfn_wsk_accept_event",
            EnabledBy.EVENT_CALLBACK,
            Support.FULL,
            ImmutableList.of(
                    "SocketContext",
                    "Flags",
                    "LocalAddress",
                    "RemoteAddress",
                    "AcceptSocket",
                    "AcceptSocketContext",
                    "AcceptSocketDispatch"),
            ImmutableList.of("WSK_FLAG_AT_DISPATCH_LEVEL"),
            "STATUS_SUCCESS",
            "STATUS_REQUEST_NOT_ACCEPTED"),
    WskInspectEvent(
            "WSK_CLIENT_LISTEN_DISPATCH",
            "nc-wsk-pfn_wsk_inspect_event",
            EnabledBy.CONDITIONAL_ACCEPT,
            Support.FULL,
            ImmutableList.of("SocketContext", "LocalAddress", "RemoteAddress", "InspectID"),
            ImmutableList.of(),
            "WskInspectAccept",
            "WskInspectReject",
            "WskInspectPend"),
    WskAbortEvent(
            "WSK_CLIENT_LISTEN_DISPATCH",
            "nc-wsk-pfn_wsk_abort_event",
            EnabledBy.CONDITIONAL_ACCEPT,
            Support.FULL,
            ImmutableList.of("SocketContext", "InspectID"),
            ImmutableList.of(),
            "STATUS_SUCCESS"),
    WskReceiveFromEvent(
            "WSK_CLIENT_DATAGRAM_DISPATCH",
            "nc-wsk-pfn_wsk_receive_from_event",
            EnabledBy.EVENT_CALLBACK,
            Support.FULL,
            ImmutableList.of("SocketContext", "Flags", "DataIndication"),
            ImmutableList.of("MSG_BCAST", "MSG_MCAST", "WSK_FLAG_AT_DISPATCH_LEVEL"),
            "STATUS_SUCCESS",
            "STATUS_PENDING",
            "STATUS_DATA_NOT_ACCEPTED"),
    WskReceiveEvent(
            "WSK_CLIENT_CONNECTION_DISPATCH",
            "nc-wsk-pfn_wsk_receive_event",
            EnabledBy.CONNECTION_EVENT_CALLBACK,
            Support.FULL,
            ImmutableList.of("SocketContext", "Flags", "DataIndication", "BytesIndicated", "BytesAccepted"),
            ImmutableList.of("WSK_FLAG_RELEASE_ASAP", "WSK_FLAG_ENTIRE_MESSAGE", "WSK_FLAG_AT_DISPATCH_LEVEL"),
            "STATUS_SUCCESS",
            "STATUS_PENDING",
            "STATUS_DATA_NOT_ACCEPTED"),
    WskDisconnectEvent(
            "WSK_CLIENT_CONNECTION_DISPATCH",
            "nc-wsk-pfn_wsk_disconnect_event",
            EnabledBy.CONNECTION_EVENT_CALLBACK,
            Support.FULL,
            ImmutableList.of("SocketContext", "Flags"),
            ImmutableList.of("WSK_FLAG_ABORTIVE", "WSK_FLAG_AT_DISPATCH_LEVEL"),
            "STATUS_SUCCESS"),
    WskSendBacklogEvent(
            "WSK_CLIENT_CONNECTION_DISPATCH",
            "nc-wsk-pfn_wsk_send_backlog_event",
            EnabledBy.CONNECTION_EVENT_CALLBACK,
            Support.FULL,
            ImmutableList.of("SocketContext", "IdealBacklogSize"),
            ImmutableList.of(),
            "STATUS_SUCCESS");

    /** What makes a callback come. */
    public enum EnabledBy {
        /** Always on, where WSK_CLIENT_DISPATCH has it. */
        REGISTRATION("on from WskRegister, where the member is not NULL"),
        /** Off until the driver turns it on. */
        EVENT_CALLBACK("off until SO_WSK_EVENT_CALLBACK or WSK_SET_STATIC_EVENT_CALLBACKS turns it on"),
        /** Off until the driver turns it on, for the socket itself or for the one that accepts it. */
        CONNECTION_EVENT_CALLBACK("off until SO_WSK_EVENT_CALLBACK or WSK_SET_STATIC_EVENT_CALLBACKS turns it on, or a"
                + " socket of WskAcceptEvent inherits it from the listening socket"),
        /** On for the listening sockets that inspect. */
        CONDITIONAL_ACCEPT("on with SO_CONDITIONAL_ACCEPT before the bind, and then for good");

        private final String text;

        EnabledBy(String text) {
            this.text = text;
        }

        /** Returns the way in words. */
        public String text() {
            return text;
        }
    }

    private final String table;
    private final String page;
    private final EnabledBy enabledBy;
    private final Support support;
    private final ImmutableList<String> parameters;
    private final ImmutableList<String> flags;
    private final ImmutableList<String> legalReturns;

    WskCallback(
            String table,
            String page,
            EnabledBy enabledBy,
            Support support,
            ImmutableList<String> parameters,
            ImmutableList<String> flags,
            String... legalReturns) {
        this.table = table;
        this.page = page;
        this.enabledBy = enabledBy;
        this.support = support;
        this.parameters = parameters;
        this.flags = flags;
        this.legalReturns = ImmutableList.copyOf(legalReturns);
    }

    /** Returns the callback with this exact C name, if there is one. */
    public static Optional<WskCallback> byName(String name) {
        return Arrays.stream(values())
                .filter(callback -> callback.name().equals(name))
                .findFirst();
    }

    /** Returns the C name of the client dispatch table that the callback is a member of. */
    public String table() {
        return table;
    }

    /** Returns the name of the callback's page in the public driver documentation. */
    public String page() {
        return page;
    }

    /** Returns what makes the callback come. */
    public EnabledBy enabledBy() {
        return enabledBy;
    }

    /** Returns how much of the callback is simulated. */
    public Support support() {
        return support;
    }

    /** Returns the documented names of the parameters, in order. */
    public ImmutableList<String> parameters() {
        return parameters;
    }

    /** Returns the C names of the bits that {@code Flags} may carry; empty where there is no such parameter. */
    public ImmutableList<String> flags() {
        return flags;
    }

    /** Returns the C type that the callback returns. */
    public String returnType() {
        return this == WskInspectEvent ? "WSK_INSPECT_ACTION" : "NTSTATUS";
    }

    /** Returns the C names of what the callback may return. */
    public ImmutableList<String> legalReturns() {
        return legalReturns;
    }
}
