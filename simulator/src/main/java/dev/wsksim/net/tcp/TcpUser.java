package dev.wsksim.net.tcp;

/**
 * The user of a connection, who is told what becomes of it.
 *
 * <p>Everything is told from an event of the loop, never from inside a call of the user. An active open ends in exactly
 * one of {@link #connected} and {@link #connectFailed}, a passive one in {@link #connected} or {@link #openAbandoned}; a connected one ends in exactly one of {@link #closed}, {@link
 * #reset} and {@link #timedOut}. There are exceptions: what the user aborts, or closes in SYN-SENT, ends without a further word, and so
 * does everything on a host that crashes. All methods do nothing unless overridden.
 */
public interface TcpUser {

    /** The connection is ESTABLISHED. */
    default void connected(TcpConnection connection) {}

    /** The active open failed; the connection is CLOSED. */
    default void connectFailed(TcpConnection connection, ConnectFailure failure) {}

    /**
     * The passive open was given up: the remote end has reset it or never finished the handshake; the connection is
     * CLOSED.
     */
    default void openAbandoned(TcpConnection connection) {}

    /** Data came: {@link TcpConnection#read} has some. */
    default void dataArrived(TcpConnection connection) {}

    /** {@link TcpConnection#write} once took less than it was given, and now takes more. */
    default void spaceFreed(TcpConnection connection) {}

    /**
     * The remote end has acknowledged data: {@link TcpConnection#queuedBytes} is less than before. Told after {@link
     * #spaceFreed}.
     */
    default void dataAcknowledged(TcpConnection connection) {}

    /**
     * The remote end has acknowledged our FIN, and so everything that was ever written, and has not closed itself; where
     * it has, {@link #closed} tells of both.
     */
    default void finAcknowledged(TcpConnection connection) {}

    /** A FIN came: the remote end sends nothing more, but there may still be data to read. */
    default void remoteClosed(TcpConnection connection) {}

    /** A valid RST came; the connection is CLOSED. */
    default void reset(TcpConnection connection) {}

    /**
     * Both ends have closed: the connection is in TIME-WAIT or CLOSED; or the remote end never closed and FIN-WAIT-2
     * was given up.
     */
    default void closed(TcpConnection connection) {}

    /** Something was retransmitted as often as allowed and never acknowledged; the connection is CLOSED. */
    default void timedOut(TcpConnection connection) {}
}
