package dev.wsksim.net.tcp;

import dev.wsksim.net.address.Endpoint;

/** Decides what becomes of the SYNs that reach a listener. */
@FunctionalInterface
public interface TcpListenPolicy {

    /**
     * A SYN reached the listener, and no connection between the two endpoints exists. The policy answers through the
     * request, now or later; as long as it does not, nothing is sent, and a retransmitted SYN makes another request.
     */
    void requested(ConnectionRequest request);

    /**
     * A RST reached the listener, and no connection between the two endpoints exists: where its sequence number is the
     * one behind a SYN that was not answered yet, the remote end has given that SYN up.
     */
    default void withdrawn(Endpoint local, Endpoint remote, int sequence) {}
}
