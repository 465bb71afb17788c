package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.data.BufferCursor;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The sends of one connection, in the order in which they were asked for.
 *
 * <p>WSK buffers nothing itself: a send is complete when all of its bytes have really been sent, which is, for a
 * transport that may have to send them again, when the peer has acknowledged them (OQ-16, a decision). Sends are
 * completed in order. A send that is cancelled before any of its bytes were written is as if it had never been asked
 * for; one whose bytes were all written is sent all the same. One that is cancelled in between would leave a hole in the
 * stream, so the connection is reset (assumption, OQ-117). Source: nc-wsk-pfn_wsk_send.
 */
final class StreamSender {

    /** A send and how far it is. */
    private static final class Entry {

        private final StreamSend request;
        private final BufferCursor cursor;
        private final boolean completesWhenWritten;
        private long end;

        Entry(StreamSend request, boolean completesWhenWritten) {
            this.request = request;
            this.cursor = request.sendBuffer().cursor();
            this.completesWhenWritten = completesWhenWritten;
        }
    }

    /** How many bytes of a chain of MDLs are put together at once, at most. */
    private static final int GATHERED = 65_536;

    private final WskEnvironment environment;
    private final int socket;
    private final TcpConnection connection;
    private final ArrayDeque<Entry> unwritten = new ArrayDeque<>(4);
    private final ArrayDeque<Entry> unacknowledged = new ArrayDeque<>(4);
    private long written;
    private boolean closeWanted;

    StreamSender(WskEnvironment environment, int socket, TcpConnection connection) {
        this.environment = environment;
        this.socket = socket;
        this.connection = connection;
    }

    /** Returns how many sends are not complete. */
    int outstanding() {
        return unwritten.size() + unacknowledged.size();
    }

    /** Takes one more send. */
    void add(StreamSend request) {
        boolean early = !environment.decisions().chooses(WskDecisions.SEND_COMPLETION, 0, socket);
        unwritten.addLast(new Entry(request, early));
        pump();
    }

    /** Closes the sending half behind everything that was asked for. */
    void closeBehind() {
        closeWanted = true;
        pump();
    }

    /** Gives the transport what it takes now. */
    void pump() {
        while (!unwritten.isEmpty()) {
            Entry first = unwritten.getFirst();
            if (!write(first)) {
                return;
            }
            unwritten.removeFirst();
            first.end = written;
            if (first.completesWhenWritten) {
                first.request.sent();
            } else {
                unacknowledged.addLast(first);
            }
        }
        if (closeWanted) {
            closeWanted = false;
            connection.close();
        }
        acknowledged();
    }

    private boolean write(Entry entry) {
        BufferCursor cursor = entry.cursor;
        boolean push = entry.request.isNoDelay() && !connection.isNoDelay();
        if (push) {
            connection.setNoDelay(true);
        }
        boolean all = true;
        while (all && cursor.remaining() > 0) {
            int run = cursor.run();
            int taken = run < cursor.remaining()
                    ? writeGathered(cursor)
                    : connection.write(cursor.array(), cursor.arrayOffset(), run);
            cursor.skip(taken);
            written += taken;
            all = cursor.remaining() == 0 || taken > 0;
        }
        if (push) {
            connection.setNoDelay(false);
        }
        return all;
    }

    /** Gives the transport bytes of several MDLs at once: a chain is one send, and no segment ends where an MDL does. */
    private int writeGathered(BufferCursor cursor) {
        int count = (int) Math.min(Math.min(cursor.remaining(), connection.writable()), GATHERED);
        byte[] gathered = new byte[count];
        cursor.copy().copyTo(gathered, 0, count);
        return connection.write(gathered, 0, count);
    }

    /** Completes the sends whose bytes the peer has. */
    void acknowledged() {
        if (unacknowledged.isEmpty()) {
            return;
        }
        long known = written - connection.queuedBytes();
        for (Entry first = unacknowledged.peekFirst();
                first != null && first.end <= known;
                first = unacknowledged.peekFirst()) {
            unacknowledged.removeFirst();
            first.request.sent();
        }
    }

    /** Completes all sends: the peer has acknowledged our FIN, which is behind them. */
    void allAcknowledged() {
        for (Entry first = unacknowledged.pollFirst(); first != null; first = unacknowledged.pollFirst()) {
            first.request.sent();
        }
    }

    /** Fails all sends that are not complete. */
    void fail(NtStatus status, String reason) {
        closeWanted = false;
        for (Entry first = next(); first != null; first = next()) {
            first.request.sendFailed(status, reason);
        }
    }

    private @Nullable Entry next() {
        Entry first = unacknowledged.pollFirst();
        return first == null ? unwritten.pollFirst() : first;
    }

    /**
     * Forgets a send that was cancelled.
     *
     * @return whether some of its bytes were written, and not all
     */
    boolean forget(StreamSend request) {
        unacknowledged.removeIf(entry -> entry.request == request);
        for (Entry entry : unwritten) {
            if (entry.request == request) {
                unwritten.remove(entry);
                return isTorn(entry);
            }
        }
        return false;
    }

    private boolean isTorn(Entry entry) {
        long length = entry.request.sendBuffer().length();
        long done = length - entry.cursor.remaining();
        if (done > 0 && environment.trace().isActive()) {
            environment.trace().emit(new SendTorn(socket, done, length));
        }
        return done > 0;
    }
}
