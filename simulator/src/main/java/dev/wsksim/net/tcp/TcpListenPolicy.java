package dev.wsksim.net.tcp;

/** Decides what becomes of the SYNs that reach a listener. */
@FunctionalInterface
public interface TcpListenPolicy {

    /**
     * A SYN reached the listener, and no connection between the two endpoints exists. The policy answers through the
     * request, now or later; as long as it does not, nothing is sent, and a retransmitted SYN makes another request.
     */
    void requested(ConnectionRequest request);
}
