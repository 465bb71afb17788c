package dev.wsksim.wsk.socket;

/** A request on a socket whose IRP is not yet completed; WskCloseSocket makes it end. */
public interface PendingRequest {

    /** Ends the request with STATUS_CANCELLED because the socket is being closed. */
    void cancelForClose();
}
