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
}
