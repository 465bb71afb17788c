package dev.wsksim.net.peer;

import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.tcp.TcpConnection;

/** Does the acts of a conversation on its connection, each as far as it goes at the moment. */
final class ConversationStage implements Act.Visitor<ActResult> {

    private static final int CHUNK = 8_192;

    private final PeerContext context;
    private final TcpConnection connection;
    private final Runnable goOn;
    private final byte[] arrived = new byte[CHUNK];
    private final byte[] scripted = new byte[CHUNK];
    /** How many bytes of the act that goes on are sent or received. */
    private long count;
    /** When the wait that goes on is over; before the start of all time where none goes on. */
    private long waitEndNanos = -1;

    /**
     * Makes a stage.
     *
     * @param goOn what to do when a wait is over
     */
    ConversationStage(PeerContext context, TcpConnection connection, Runnable goOn) {
        this.context = context;
        this.connection = connection;
        this.goOn = goOn;
    }

    /** Makes ready for the next act. */
    void clear() {
        count = 0;
        waitEndNanos = -1;
    }

    /** Says how far the act that goes on has come. */
    String standing() {
        return count == 1 ? "1 byte so far" : count + " bytes so far";
    }

    /** Reads and forgets what has arrived. */
    void discard() {
        Discarding.drain(connection, arrived);
    }

    @Override
    public ActResult send(Act.Send act) {
        Content content = act.content();
        while (count < content.length()) {
            int most = (int) Math.min(content.length() - count, CHUNK);
            content.copyTo(count, scripted, most);
            int taken = connection.write(scripted, 0, most);
            count += taken;
            if (taken < most) {
                return ActResult.WAITING;
            }
        }
        return ActResult.DONE;
    }

    @Override
    public ActResult receive(Act.Receive act) {
        Content content = act.content();
        while (count < content.length() && connection.readable() > 0) {
            int read = connection.read(arrived, 0, (int) Math.min(CHUNK, content.length() - count));
            content.copyTo(count, scripted, read);
            for (int i = 0; i < read; i++) {
                if (arrived[i] != scripted[i]) {
                    return otherData(content, i, read);
                }
            }
            count += read;
        }
        return count == content.length() ? ActResult.DONE : waitingForData(content.length());
    }

    private ActResult otherData(Content content, int place, int read) {
        long offset = count + place;
        int rest = (int) Math.min(ByteText.SHOWN, content.length() - offset);
        byte[] wanted = new byte[rest];
        content.copyTo(offset, wanted, rest);
        String from = "from byte " + offset + " on: ";
        return new ActResult.Broken(
                "other data arrived, from byte " + offset + " of this act on",
                from + ByteText.of(ByteSlice.copyOf(wanted)),
                from + text(place, read));
    }

    /** Says which bytes arrived, beginning at a place of the array. */
    private String text(int from, int to) {
        byte[] shown = new byte[Math.min(ByteText.SHOWN, to - from)];
        System.arraycopy(arrived, from, shown, 0, shown.length);
        return ByteText.of(ByteSlice.copyOf(shown));
    }

    private ActResult waitingForData(long wanted) {
        return connection.isEndOfStream()
                ? new ActResult.Broken(
                        "the stream ended too early", wanted + " bytes", "the end of the stream after " + count)
                : ActResult.WAITING;
    }

    @Override
    public ActResult receiveCount(Act.ReceiveCount act) {
        while (count < act.count() && connection.readable() > 0) {
            count += connection.read(arrived, 0, (int) Math.min(CHUNK, act.count() - count));
        }
        return count == act.count() ? ActResult.DONE : waitingForData(act.count());
    }

    @Override
    public ActResult receiveRest(Act.ReceiveRest act) {
        while (connection.readable() > 0) {
            count += connection.read(arrived, 0, CHUNK);
        }
        return connection.isEndOfStream() ? ActResult.DONE : ActResult.WAITING;
    }

    @Override
    public ActResult expectEnd(Act.ExpectEnd act) {
        if (connection.readable() > 0) {
            int read = connection.read(arrived, 0, CHUNK);
            return new ActResult.Broken("more data arrived", "the end of the stream", text(0, read));
        }
        return connection.isEndOfStream() ? ActResult.DONE : ActResult.WAITING;
    }

    @Override
    public ActResult expectLoss(Act.ExpectLoss act) {
        return ActResult.WAITING;
    }

    @Override
    public ActResult waitFor(Act.Wait act) {
        if (waitEndNanos < 0) {
            waitEndNanos = now() + act.duration().nanos();
            context.loop().scheduleAt(waitEndNanos, goOn::run);
        }
        return now() < waitEndNanos ? ActResult.WAITING : ActResult.DONE;
    }

    @Override
    public ActResult waitUntil(Act.WaitUntil act) {
        long instant = act.instant().nanos();
        if (waitEndNanos < 0 && now() > instant) {
            return new ActResult.Broken(
                    "the act after this instant is begun late",
                    "at " + act.instant(),
                    "at " + context.loop().now());
        }
        if (waitEndNanos < 0 && now() < instant) {
            context.loop().scheduleAt(instant, goOn::run);
        }
        waitEndNanos = instant;
        return now() < instant ? ActResult.WAITING : ActResult.DONE;
    }

    private long now() {
        return context.loop().now().nanos();
    }

    @Override
    public ActResult probe(Act.Probe act) {
        connection.setKeepAlive(act.times());
        return ActResult.DONE;
    }

    @Override
    public ActResult nagle(Act.Nagle act) {
        connection.setNoDelay(!act.on());
        return ActResult.DONE;
    }

    @Override
    public ActResult close(Act.Close act) {
        connection.close();
        return ActResult.DONE;
    }

    @Override
    public ActResult reset(Act.Reset act) {
        connection.abort();
        return ActResult.DONE;
    }

    @Override
    public ActResult inject(Act.Inject act) {
        SegmentForge.inject(connection, context.host(), act.segment());
        return ActResult.DONE;
    }

    @Override
    public ActResult reportError(Act.ReportError act) {
        SegmentForge.reportError(connection, context.host(), act);
        return ActResult.DONE;
    }
}
