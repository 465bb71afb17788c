package dev.wsksim.net.ip;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fragments of one packet that have come so far. */
final class FragmentBuffer {

    private static final int UNKNOWN = -1;

    /** Pieces by offset; they neither overlap nor touch each other's bytes. */
    private final TreeMap<Integer, ByteSlice> pieces = new TreeMap<>();

    private int collected;
    private int length = UNKNOWN;
    private boolean broken;
    private @Nullable Packet first;
    private @Nullable Packet some;
    private long timerHandle = SimulationLoop.NO_HANDLE;

    /** Takes a fragment; tells whether it fits to the others: at a free place, or the same once more. */
    boolean add(Packet packet, IpFragment fragment) {
        some = packet;
        int offset = fragment.offset();
        ByteSlice same = pieces.get(offset);
        if (same != null && same.equals(fragment.data())) {
            // A duplicate must also agree on where the packet ends.
            return fragment.moreFragments() == (length != fragment.end());
        }
        if (!isFree(offset, fragment.end()) || !fitsLength(fragment)) {
            return false;
        }
        if (offset == 0) {
            first = packet;
        }
        if (!fragment.moreFragments()) {
            length = fragment.end();
        }
        pieces.put(offset, fragment.data());
        collected += fragment.data().length();
        return true;
    }

    private boolean isFree(int begin, int end) {
        Map.Entry<Integer, ByteSlice> before = pieces.lowerEntry(end);
        return before == null || before.getKey() + before.getValue().length() <= begin;
    }

    private boolean fitsLength(IpFragment fragment) {
        if (fragment.moreFragments()) {
            return length == UNKNOWN || fragment.end() < length;
        }
        Map.Entry<Integer, ByteSlice> last = pieces.lastEntry();
        boolean isBehindAll = last == null || last.getKey() < fragment.offset();
        return length == UNKNOWN && isBehindAll;
    }

    boolean isComplete() {
        return collected == length;
    }

    /** Returns all bytes in order. */
    ByteSlice bytes() {
        byte[] bytes = new byte[length];
        pieces.forEach((offset, piece) -> piece.copyTo(0, bytes, offset, piece.length()));
        return ByteSlice.of(bytes, 0, length);
    }

    /** Throws everything away; from now on nothing fits. */
    void breakOff() {
        broken = true;
        pieces.clear();
        first = null;
    }

    boolean isBroken() {
        return broken;
    }

    @Nullable
    Packet first() {
        return first;
    }

    Packet some() {
        if (some == null) {
            throw new AssertionError("a buffer is made for a fragment");
        }
        return some;
    }

    void setTimerHandle(long handle) {
        timerHandle = handle;
    }

    long timerHandle() {
        return timerHandle;
    }
}
