package dev.wsksim.wsk.data;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.net.packet.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * WSK_BUF: where data lies, as an MDL chain, an offset into its first MDL, and a length.
 *
 * <p>The structure itself may go away once the function has returned (assumption, OQ-24); the MDLs and the memory that
 * they describe belong to the provider until the IRP is completed. Source: ns-wsk-_wsk_buf.
 *
 * @param mdl the first MDL, or null, which is allowed only where {@code length} is 0
 * @param offset where the data begins in the first MDL, in bytes; not used where {@code mdl} is null
 * @param length to send: how many bytes; to receive: how many at most; indicated: how many came
 */
public record WskBuf(@Nullable Mdl mdl, int offset, long length) {

    /** No bytes at all. */
    public static final WskBuf EMPTY = new WskBuf(null, 0, 0);

    /** Makes a buffer of all bytes that an MDL chain describes. */
    public static WskBuf of(Mdl mdl) {
        return new WskBuf(mdl, 0, mdl.chainBytes());
    }

    /** Returns a reader and writer of the bytes, which begins with the first one. */
    public BufferCursor cursor() {
        return new BufferCursor(this);
    }

    /** Copies the bytes out; for who may touch them. */
    public byte[] toBytes() {
        Mdl first = mdl;
        if (first != null && isIn(first, length)) {
            int from = first.byteOffset() + offset;
            return Arrays.copyOfRange(first.block().array(), from, from + (int) length);
        }
        byte[] all = new byte[Math.toIntExact(length)];
        cursor().copyTo(all, 0, all.length);
        return all;
    }

    /** Copies the first bytes of a slice in, at most {@code length}; for who may touch them. */
    public void store(ByteSlice data, int count) {
        Mdl first = mdl;
        if (first != null && isIn(first, count)) {
            data.copyTo(0, first.block().array(), first.byteOffset() + offset, count);
            return;
        }
        BufferCursor cursor = cursor();
        int done = 0;
        while (done < count) {
            int run = Math.min(cursor.run(), count - done);
            data.copyTo(done, cursor.array(), cursor.arrayOffset(), run);
            cursor.advance(run);
            done += run;
        }
    }

    /** Tells whether so many bytes lie in the first MDL, whose memory is still there. */
    private boolean isIn(Mdl first, long count) {
        return !first.block().isFreed() && offset + count <= first.byteCount();
    }

    /**
     * Lets the provider hold the memory until {@link #letGo}, for a request that reads it, or writes it; reported where
     * another pending request has the same bytes, unless both read them.
     */
    public void hold(String function, boolean writes) {
        if (mdl != null) {
            mdl.holdChain(offset, length, function, writes);
        }
    }

    /** Lets the memory go back to the driver. */
    public void letGo(boolean writes) {
        if (mdl != null) {
            mdl.letChainGo(offset, length, writes);
        }
    }

    @Override
    public String toString() {
        return mdl == null ? "{NULL, Length " + length + "}" : "{Offset " + offset + ", Length " + length + "}";
    }
}
