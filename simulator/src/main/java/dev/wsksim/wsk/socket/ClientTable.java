package dev.wsksim.wsk.socket;

/**
 * A client dispatch table: what a driver passes as Dispatch, a pointer to VOID; which table it must be follows from the
 * socket's category. Source: nc-wsk-pfn_wsk_socket.
 */
public sealed interface ClientTable
        permits WskClientListenDispatch,
                WskClientDatagramDispatch,
                WskClientConnectionDispatch,
                WskClientStreamDispatch {

    /** Returns the events whose callbacks are not NULL. */
    int members();

    /** Returns the C name of the structure. */
    default String structure() {
        if (this instanceof WskClientListenDispatch) {
            return "WSK_CLIENT_LISTEN_DISPATCH";
        }
        if (this instanceof WskClientDatagramDispatch) {
            return "WSK_CLIENT_DATAGRAM_DISPATCH";
        }
        return this instanceof WskClientConnectionDispatch
                ? "WSK_CLIENT_CONNECTION_DISPATCH"
                : "WSK_CLIENT_STREAM_DISPATCH";
    }
}
