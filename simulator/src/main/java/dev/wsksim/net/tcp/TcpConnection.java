package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.TcpOptions;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection: the transmission control block of RFC 9293 section 3.3.1, with the calls that its user has.
 *
 * <p>The variables have the RFC's names. The classes beside this one, cut by role, read and write them; nobody outside
 * the package can. Close and abort act at once, but what they lead to is told from later events.
 */
public final class TcpConnection {

    private final TcpStack stack;
    private final Endpoint local;
    private final Endpoint remote;
    private final TcpUser user;
    private final long number;
    private final boolean active;

    final TcpParameters parameters;
    final int hash;
    final TcpTimer timer;

    TcpState state = TcpState.CLOSED;

    /** Initial send sequence number. */
    int iss;
    /** Initial receive sequence number. */
    int irs;
    /** SND.UNA: the oldest number that is not acknowledged. */
    int sndUna;
    /** SND.NXT: the next number to be sent. */
    int sndNxt;
    /** SND.WND: how much the remote end takes. */
    int sndWnd;
    /** RCV.NXT: the next number expected. */
    int rcvNxt;
    /** What the remote end's SYN offered. */
    TcpOptions remoteOptions = TcpOptions.NONE;

    /** The time-out for what is sent next, doubled by every retransmission. */
    long rtoNanos;
    /** How often the oldest unacknowledged segment was sent again. */
    int retransmissions;
    /** When the first SYN, or later the first SYN+ACK, was sent. */
    long openedNanos;
    /** Whether a RST has answered the last SYN, which is to be sent again. */
    boolean refusedOnce;
    /** Whether the user closed before the connection was established. */
    boolean closeQueued;
    /** When a mere unacceptable ACK may be answered again. */
    long nextChallengeNanos;

    /** When TIME-WAIT ends, and the trace record from which that follows. */
    long timeWaitEndNanos;

    long timeWaitCause;

    @Nullable
    TcpConnection timeWaitPrevious;

    @Nullable
    TcpConnection timeWaitNext;

    /** Neighbours in the table's order of creation. */
    @Nullable
    TcpConnection olderInTable;

    @Nullable
    TcpConnection newerInTable;

    TcpConnection(
            TcpStack stack,
            SimulationLoop loop,
            long number,
            Endpoint local,
            Endpoint remote,
            TcpUser user,
            TcpParameters parameters,
            boolean active) {
        this.stack = stack;
        this.number = number;
        this.local = local;
        this.remote = remote;
        this.user = user;
        this.parameters = parameters;
        this.active = active;
        this.hash = ConnectionTable.hash(local.address(), local.port(), remote.address(), remote.port());
        this.timer = new TcpTimer(loop, this);
    }

    /** Returns the state. */
    public TcpState state() {
        return state;
    }

    /** Returns the local endpoint. */
    public Endpoint local() {
        return local;
    }

    /** Returns the remote endpoint. */
    public Endpoint remote() {
        return remote;
    }

    /** Returns the number of the connection on its host, from 1 in the order of creation. */
    public long number() {
        return number;
    }

    /** Tells whether this end began the connection. */
    public boolean isActiveOpen() {
        return active;
    }

    /** Returns SND.UNA. */
    public int sndUna() {
        return sndUna;
    }

    /** Returns SND.NXT. */
    public int sndNxt() {
        return sndNxt;
    }

    /** Returns RCV.NXT. */
    public int rcvNxt() {
        return rcvNxt;
    }

    /** Returns ISS, the initial send sequence number. */
    public int iss() {
        return iss;
    }

    /** Returns IRS, the initial receive sequence number. */
    public int irs() {
        return irs;
    }

    /**
     * Closes gracefully (RFC 9293 section 3.10.4): sends FIN, or, before the connection is established, remembers to.
     * In SYN-SENT it gives the connection up as {@link #abort} does. Closing again does nothing.
     */
    public void close() {
        stack.close(this);
    }

    /**
     * Gives the connection up at once (RFC 9293 section 3.10.5): sends RST where the remote end knows of the
     * connection, and nothing in SYN-SENT. The user hears no more of it.
     */
    public void abort() {
        stack.abort(this);
    }

    TcpUser user() {
        return user;
    }

    ConnectionName name() {
        return new ConnectionName(stack.hostName(), number, local, remote);
    }

    void timerFired() {
        stack.timerFired(this);
    }

    @Override
    public String toString() {
        return local + " > " + remote + " " + state;
    }
}
