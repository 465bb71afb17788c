package dev.wsksim.wsk.data;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.mm.Mdl;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of a WSK_BUF, run by run, along its MDL chain.
 *
 * <p>Past the end of the chain there is other memory, or none: a Length that exceeds the chain crashed Windows (seen),
 * so reaching there is bug check 0x50.
 */
public final class BufferCursor {

    private @Nullable Mdl mdl;
    private int position;
    private long remaining;

    BufferCursor(WskBuf buffer) {
        mdl = buffer.mdl();
        position = buffer.offset();
        remaining = buffer.length();
    }

    private BufferCursor(BufferCursor other) {
        mdl = other.mdl;
        position = other.position;
        remaining = other.remaining;
    }

    /** Returns another cursor at the same place. */
    public BufferCursor copy() {
        return new BufferCursor(this);
    }

    /** Returns how many bytes lie ahead. */
    public long remaining() {
        return remaining;
    }

    /** Returns how many of them lie in one array, beginning at {@link #arrayOffset} of {@link #array}. */
    public int run() {
        if (remaining == 0) {
            return 0;
        }
        Mdl here = current();
        return (int) Math.min(remaining, here.byteCount() - position);
    }

    /** Returns the array in which the next run lies. */
    public byte[] array() {
        return current().block().array();
    }

    /** Returns where the next run begins in {@link #array}. */
    public int arrayOffset() {
        return current().byteOffset() + position;
    }

    /** Goes on by this many bytes, at most {@link #run}. */
    public void advance(int count) {
        position += count;
        remaining -= count;
    }

    /** Goes on by this many bytes, over as many MDLs as they lie in. */
    public void skip(int count) {
        int left = count;
        while (left > 0) {
            int run = Math.min(run(), left);
            advance(run);
            left -= run;
        }
    }

    /** Copies bytes out and goes on by them. */
    public void copyTo(byte[] into, int at, int count) {
        int done = 0;
        while (done < count) {
            int run = Math.min(run(), count - done);
            System.arraycopy(array(), arrayOffset(), into, at + done, run);
            advance(run);
            done += run;
        }
    }

    /** Copies bytes in and goes on by them. */
    public void copyFrom(byte[] source, int at, int count) {
        int done = 0;
        while (done < count) {
            int run = Math.min(run(), count - done);
            System.arraycopy(source, at + done, array(), arrayOffset(), run);
            advance(run);
            done += run;
        }
    }

    /** The MDL in which the next byte lies. */
    private Mdl current() {
        Mdl here = mdl;
        while (here != null && position >= here.byteCount()) {
            position -= here.byteCount();
            here = here.nextOfProvider();
            mdl = here;
        }
        if (here == null) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    "Length of a WSK_BUF exceeds the bytes that its MDL chain describes",
                    "ns-wsk-_wsk_buf");
        }
        if (here.block().isFreed()) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    here.block() + " was freed while a WSK_BUF still described it",
                    "ns-wsk-_wsk_buf");
        }
        return here;
    }
}
