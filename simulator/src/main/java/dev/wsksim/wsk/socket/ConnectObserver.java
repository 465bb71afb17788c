package dev.wsksim.wsk.socket;

import dev.wsksim.net.tcp.ConnectFailure;

/** The request that waits for a socket's connection attempt. */
public interface ConnectObserver {

    /** The handshake is complete. */
    void connected();

    /** The attempt has failed. */
    void connectFailed(ConnectFailure failure);
}
