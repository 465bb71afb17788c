package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;

/** The request that waits for a connection to accept. */
public interface AcceptRequest {

    /** Returns the context and the table that the accepted socket gets. */
    SocketCallbacks acceptedCallbacks();

    /** A connection was accepted. */
    void accepted(ConnectionSocket socket);

    /** None will be. */
    void acceptFailed(NtStatus status, String reason);
}
