package dev.wsksim.wsk.socket;

import dev.wsksim.engine.Event;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.data.BufferCursor;
import dev.wsksim.wsk.event.EventFlag;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Hands the received bytes of one connection to whoever is next: first to the requests of WskReceive, in the order in
 * which they came, then, where it is enabled and not suspended, to WskReceiveEvent.
 *
 * <p>Without either, the bytes stay in the transport, whose window closes in the end. What WskReceiveEvent has refused
 * comes first the next time; until WskReceive is called it is not called again. A request whose bytes were already
 * moved is not robbed of them: cancelled, it tells their number. Source: nc-wsk-pfn_wsk_receive,
 * nc-wsk-pfn_wsk_receive_event.
 */
final class StreamReceiver implements Event {

    private static final byte[] NOTHING = {};
    /** How much is indicated at once, at most. */
    private static final int LARGEST_INDICATION = 65_536;

    private static final int DRAIN_CHUNK = 4096;

    private final ConnectionRole role;
    private final TcpConnection connection;
    private final ArrayDeque<StreamReceive> waiting = new ArrayDeque<>(4);
    private byte[] refused = NOTHING;
    private byte[] thrownAway = NOTHING;
    private int refusedFrom;
    /** How many requests have their bytes, but the driver does not know it yet. */
    private int uncompleted;

    private boolean suspended;
    /** Whether WskReceive was called while the callback runs. */
    private boolean rearmed;
    /** Whether the peer had pushed what was refused. */
    private boolean refusedPushed;

    private boolean indicationDue;
    private boolean indicating;

    StreamReceiver(ConnectionRole role, TcpConnection connection) {
        this.role = role;
        this.connection = connection;
    }

    /** Returns how many bytes wait to be received. */
    long available() {
        return role.lost() != null ? 0 : refused.length - refusedFrom + (long) connection.readable();
    }

    /** Tells whether everything was handed out and the peer will send no more. */
    boolean isAtEnd() {
        return role.isRemoteFinished() && available() == 0;
    }

    /** Tells whether bytes wait that WskReceiveEvent will be given, or would be if it were not suspended. */
    boolean hasToIndicate() {
        return available() > 0 && role.socket().isEnabled(EventFlag.WSK_EVENT_RECEIVE);
    }

    /** Takes one more request; it also lets WskReceiveEvent be called again. */
    void add(StreamReceive request) {
        letIndicate();
        waiting.addLast(request);
        serve();
    }

    /** A WskReceive without length: takes nothing, and lets WskReceiveEvent be called again when its IRP is completed. */
    void rearm() {
        letIndicate();
        uncompleted++;
    }

    private void letIndicate() {
        suspended = false;
        rearmed = true;
    }

    /** The IRP of a request that was served is completed: what came behind its bytes may be indicated. */
    void completed() {
        uncompleted--;
        indicateSoon();
    }

    /** Forgets a request that was cancelled. */
    void forget(StreamReceive request) {
        waiting.removeIf(one -> one == request);
    }

    /** Fails all requests; what has not been received is lost. */
    void fail(NtStatus status, String reason) {
        refused = NOTHING;
        refusedFrom = 0;
        refusedPushed = false;
        for (StreamReceive next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            next.receiveFailed(status, reason);
        }
    }

    /** Hands out what there is. */
    void serve() {
        if (indicating) {
            // What is being indicated may be refused, and then it comes first.
            return;
        }
        for (StreamReceive next = waiting.peekFirst(); next != null; next = waiting.peekFirst()) {
            String done = next.isDrain() ? drain() : fill(next);
            if (done == null) {
                return;
            }
            waiting.removeFirst();
            uncompleted++;
            next.received(done);
        }
        indicateSoon();
    }

    private @Nullable String drain() {
        if (thrownAway.length == 0) {
            thrownAway = new byte[DRAIN_CHUNK];
        }
        int count;
        do {
            count = read(thrownAway, 0, thrownAway.length);
        } while (count > 0);
        return isAtEnd() ? "the peer has disconnected; everything was thrown away" : null;
    }

    private @Nullable String fill(StreamReceive request) {
        BufferCursor cursor = request.receiveCursor();
        boolean moved = false;
        while (cursor.remaining() > 0) {
            int count = read(cursor.array(), cursor.arrayOffset(), cursor.run());
            if (count == 0) {
                break;
            }
            cursor.advance(count);
            moved = true;
        }
        if (cursor.remaining() == 0) {
            return "the buffer is full";
        }
        if (moved && !request.isWaitAll()) {
            return "bytes were there";
        }
        return isAtEnd() ? "the peer has disconnected" : null;
    }

    private int read(byte[] into, int offset, int length) {
        int kept = Math.min(length, refused.length - refusedFrom);
        if (kept > 0) {
            System.arraycopy(refused, refusedFrom, into, offset, kept);
            refusedFrom += kept;
            if (refusedFrom == refused.length) {
                refused = NOTHING;
                refusedFrom = 0;
            }
            return kept;
        }
        return connection.read(into, offset, length);
    }

    /** Lets WskReceiveEvent be called in an event of its own, where there is something for it. */
    private void indicateSoon() {
        if (!indicationDue && mayIndicate()) {
            indicationDue = true;
            role.environment().loop().schedule(0, this);
        }
    }

    private boolean mayIndicate() {
        return !suspended
                && !indicating
                && waiting.isEmpty()
                && uncompleted == 0
                && role.socket().isEnabled(EventFlag.WSK_EVENT_RECEIVE)
                && role.isUsable()
                && role.lost() == null
                && available() > 0;
    }

    /** Calls WskReceiveEvent, unless a WskReceive came in between; calls are serial. */
    @Override
    public void fire() {
        indicationDue = false;
        if (!mayIndicate()) {
            return;
        }
        int kept = refused.length - refusedFrom;
        byte[] bytes = new byte[(int) Math.min(available(), LARGEST_INDICATION)];
        boolean pushed = (kept > 0 && refusedPushed) || connection.isPushedWithin(bytes.length - kept);
        int count = 0;
        while (count < bytes.length) {
            count += read(bytes, count, bytes.length - count);
        }
        indicating = true;
        rearmed = false;
        int accepted = role.indicator().receive(bytes, pushed);
        indicating = false;
        if (accepted < bytes.length && role.lost() == null) {
            // A WskReceive from inside the callback counts: it takes what was refused.
            suspended = !rearmed;
            refusedPushed = pushed;
            putBack(bytes, accepted);
        }
        serve();
        role.indicateDisconnectSoon();
    }

    private void putBack(byte[] bytes, int from) {
        int before = refused.length - refusedFrom;
        byte[] joined = new byte[bytes.length - from + before];
        System.arraycopy(bytes, from, joined, 0, bytes.length - from);
        System.arraycopy(refused, refusedFrom, joined, bytes.length - from, before);
        refused = joined;
        refusedFrom = 0;
    }
}
