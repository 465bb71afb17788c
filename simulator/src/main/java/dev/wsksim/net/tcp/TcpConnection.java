package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimTime;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.packet.TcpOptions;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection: the transmission control block of RFC 9293 section 3.3.1, with the calls that its user has.
 *
 * <p>The variables have the RFC's names. The classes beside this one, cut by role, read and write them; nobody outside
 * the package can. Close and abort act at once, but what they lead to is told from later events.
 *
 * <p>A connection is its own main timer, since a million of them count every object.
 */
public final class TcpConnection extends TcpTimer {

    private static final int LARGEST_SHIFT = 14;
    private static final int LARGEST_UNSCALED_WINDOW = 0xFFFF;

    private final TcpStack stack;
    private final Endpoint local;
    private final Endpoint remote;
    private TcpUser user;
    private final int number;
    private final boolean active;

    final TcpParameters parameters;
    final int hash;

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
    /** SND.WL1 and SND.WL2: the segment that gave SND.WND. */
    int sndWl1;

    int sndWl2;
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
    /** Whether our SYN or SYN+ACK had to be sent again after silence. */
    boolean synRepeated;
    /** Whether the user has closed. */
    boolean closeQueued;
    /** Whether the remote end's FIN has come. */
    boolean remoteClosed;
    /** Whether our FIN was sent; its sequence number is SND.NXT-1. */
    boolean finSent;
    /** Whether small segments do not wait for company (TCP_NODELAY). */
    boolean noDelay;
    /** Whether nothing is sent any more, and nothing that comes is looked at. */
    boolean silent;
    /** How many bytes may be unread (SO_RCVBUF), or 0 where the connection sees to that itself. */
    int receiveBuffer;
    /** Whether every segment carries timestamps (RFC 7323 section 3.2), and TS.Recent and Last.ACK.sent. */
    boolean timestampsOn;

    int tsRecent;
    int lastAckSent;
    /** SRTT and RTTVAR of RFC 6298; no round trip was measured where SRTT is 0. */
    long srttNanos;

    long rttvarNanos;
    /** What the timer is armed for. */
    TcpTimers.Purpose purpose = TcpTimers.Purpose.NOTHING;
    /** What the sending side keeps, once there is data to send. */
    @Nullable
    SendState send;
    /** What the receiving side keeps, once data has come. */
    @Nullable
    ReceiveState receive;
    /** When to probe the idle connection and what came of it, or null for never. */
    @Nullable
    KeepAliveState keepAlive;

    /** What it does otherwise than its host, or null for nothing. */
    @Nullable
    ConnectionRules rules;

    /** When a mere unacceptable ACK may be answered again. */
    long nextChallengeNanos;

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
            int number,
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
        this.noDelay = !parameters.transfer().nagle();
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

    /** Returns SND.WND: how much the remote end takes beyond SND.UNA, in bytes. */
    public int sndWnd() {
        return sndWnd;
    }

    /** Returns RCV.WND: how much we take beyond RCV.NXT, in bytes. */
    public int rcvWnd() {
        ReceiveState state = receive;
        if (state != null) {
            return state.window(rcvNxt);
        }
        return Math.max(initialWindow(), initialWindowField(rcvScale()) << rcvScale());
    }

    /** Returns the congestion window in bytes; 0 before the first data. */
    public int cwnd() {
        SendState state = send;
        return state == null ? 0 : state.cwnd;
    }

    /** Returns the slow start threshold in bytes; 0 before the first data. */
    public int ssthresh() {
        SendState state = send;
        return state == null ? 0 : state.ssthresh;
    }

    /** Returns the smoothed round trip in nanoseconds (RFC 6298), 0 before the first measurement. */
    public long srttNanos() {
        return srttNanos;
    }

    /** Returns the retransmission time-out in nanoseconds. */
    public long rtoNanos() {
        return rtoNanos;
    }

    /** Returns how many bytes of data were sent, each counted once. */
    public long bytesSent() {
        SendState state = send;
        return state == null ? 0 : state.bytesSent;
    }

    /** Returns how many bytes of data were sent again. */
    public long bytesResent() {
        SendState state = send;
        return state == null ? 0 : state.bytesResent;
    }

    /** Returns how many bytes of data have come in order, read or not. */
    public long bytesReceived() {
        ReceiveState state = receive;
        return state == null ? 0 : state.bytesReceived;
    }

    /** Returns how many bytes were written and are not acknowledged yet, sent or not. */
    public int queuedBytes() {
        SendState state = send;
        return state == null ? 0 : state.buffer.length();
    }

    /** Returns how often in a row the oldest unacknowledged segment was sent again. */
    public int retransmissions() {
        return retransmissions;
    }

    /** Returns what the connection waits for; nothing where no timer runs. */
    public Optional<TimerState> timerState() {
        if (state == TcpState.TIME_WAIT) {
            return Optional.of(new TimerState("time-wait", new SimTime(deadlineNanos())));
        }
        return isArmed()
                ? Optional.of(new TimerState(purpose.label(), new SimTime(deadlineNanos())))
                : Optional.empty();
    }

    /**
     * Gives data to send (RFC 9293 section 3.10.2). The bytes are copied; they are sent in order, as the windows allow,
     * and before the connection is established they wait.
     *
     * @return how many bytes were taken: less than {@code length} where the send buffer is full, and then {@link
     *     TcpUser#spaceFreed} tells of room
     * @throws IllegalStateException when the user has closed, or the connection is CLOSED
     */
    public int write(byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        return stack.write(this, data, offset, length);
    }

    /** Returns how many bytes {@link #write} would take now. */
    public int writable() {
        return stack.writable(this);
    }

    /**
     * Takes data that has come, in order (RFC 9293 section 3.10.3). It may be read after the connection has ended too.
     *
     * @return how many bytes were copied, 0 where there are none now
     */
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        return stack.read(this, into, offset, length);
    }

    /** Returns how many bytes {@link #read} has now. */
    public int readable() {
        ReceiveState state = receive;
        return state == null ? 0 : state.unreadBytes();
    }

    /** Tells whether the last segment with the PSH bit ends in the next so many bytes that are to be read. */
    public boolean isPushedWithin(int bytes) {
        ReceiveState state = receive;
        if (state == null || !state.pushed) {
            return false;
        }
        int next = rcvNxt - state.unreadBytes();
        return SequenceNumbers.less(next, state.pushedEnd)
                && SequenceNumbers.lessOrEqual(state.pushedEnd, next + bytes);
    }

    /** Tells whether the remote end has closed and everything that it sent was read. */
    public boolean isEndOfStream() {
        return remoteClosed && readable() == 0;
    }

    /** Tells whether small segments go at once. */
    public boolean isNoDelay() {
        return noDelay;
    }

    /** Lets small segments go at once, or wait for the acknowledgment of earlier ones (TCP_NODELAY). */
    public void setNoDelay(boolean on) {
        noDelay = on;
        if (on) {
            stack.transmit(this);
        }
    }

    /**
     * Lets this many bytes be unread (SO_RCVBUF), however fast the user reads. A smaller buffer than before closes the
     * window as data comes; what the remote end was told already is still taken.
     */
    public void setReceiveBuffer(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a receive buffer has at least 1 byte");
        }
        receiveBuffer = bytes;
        ReceiveState state = receive;
        if (state != null) {
            state.capacity = bytes;
        }
    }

    /** Returns how many bytes may be unread now (SO_RCVBUF). */
    public int receiveBuffer() {
        ReceiveState state = receive;
        return state == null ? initialWindow() : state.capacity;
    }

    /**
     * Falls silent: nothing is sent any more, not even an acknowledgment or a RST, and whatever comes is dropped without
     * a look. The remote end sees what it would see of a host without power.
     */
    public void silence() {
        silent = true;
        stack.silence(this);
    }

    /** Tells whether the connection is silent. */
    public boolean isSilent() {
        return silent;
    }

    /** Lets the connection be probed when it is idle (SO_KEEPALIVE), or, with null, not any more. */
    public void setKeepAlive(@Nullable KeepAlive newKeepAlive) {
        keepAlive = newKeepAlive == null
                ? null
                : new KeepAliveState(newKeepAlive, stack.loop().nowNanos());
        stack.keepAliveChanged(this);
    }

    /** Lets the connection be probed when it is idle as its host's parameters say (SO_KEEPALIVE), or not. */
    public void setKeepAlive(boolean on) {
        setKeepAlive(on ? parameters.transfer().keepAlive() : null);
    }

    /** Lets the connection do something otherwise than its host from now on, or, with null, nothing. */
    public void setRules(@Nullable ConnectionRules newRules) {
        ConnectionRules earlier = rules;
        if (newRules != null) {
            newRules.silentSince(earlier == null ? stack.loop().nowNanos() : earlier.silentSinceNanos());
        }
        rules = newRules;
    }

    /**
     * Gives the connection another user, who is told what happens from now on.
     */
    public void setUser(TcpUser newUser) {
        user = newUser;
    }

    /**
     * Closes gracefully (RFC 9293 section 3.10.4): sends FIN behind all data written, or, before the connection is established, remembers to.
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

    @Override
    SimulationLoop loop() {
        return stack.loop();
    }

    TcpUser user() {
        return user;
    }

    ConnectionName name() {
        return new ConnectionName(stack.hostName(), number, local, remote);
    }

    /** Whether both ends may use selective acknowledgment. */
    boolean sackPermitted() {
        return remoteOptions.sackPermitted() && parameters.transfer().sack();
    }

    /** How far the window field of the remote end is shifted (RFC 7323 section 2.3). */
    int sndScale() {
        return isScaled() ? Math.min(remoteOptions.windowScale(), LARGEST_SHIFT) : 0;
    }

    /** How far our own window field is shifted. */
    int rcvScale() {
        return isScaled() ? parameters.windowScale() : 0;
    }

    /** The window field before any data has come, rounded up so that the window of the SYN does not shrink. */
    int initialWindowField(int scale) {
        return Math.min((initialWindow() + (1 << scale) - 1) >> scale, LARGEST_UNSCALED_WINDOW);
    }

    /** How many bytes may come before any data has come. */
    int initialWindow() {
        return receiveBuffer > 0 ? receiveBuffer : parameters.receiveWindow();
    }

    /** The largest window that our window field can say. */
    int largestRcvWnd() {
        return LARGEST_UNSCALED_WINDOW << rcvScale();
    }

    private boolean isScaled() {
        return remoteOptions.windowScale() != TcpOptions.ABSENT && parameters.windowScale() != TcpOptions.ABSENT;
    }

    /** The largest window that the remote end has offered, as far as is remembered. */
    int maxSndWnd() {
        SendState state = send;
        return Math.max(state == null ? 0 : state.maxSndWnd, Math.max(sndWnd, LARGEST_UNSCALED_WINDOW));
    }

    void delayedAckFired() {
        stack.delayedAckFired(this);
    }

    /** Returns the timer that every connection has; {@link TcpTimers} knows what it is armed for. */
    TcpTimer timer() {
        return this;
    }

    @Override
    void expired() {
        stack.timerFired(this);
    }

    @Override
    NodePause pause() {
        return stack.pause();
    }

    @Override
    public String toString() {
        return local + " > " + remote + " " + state;
    }
}
