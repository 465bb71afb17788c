package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;

/** A request that waits until the sending half of a connection is closed. */
public interface DisconnectObserver {

    /** The peer has acknowledged everything, our FIN included. */
    void disconnected();

    /** The connection was lost first. */
    void disconnectFailed(NtStatus status, String reason);
}
