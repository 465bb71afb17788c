package dev.wsksim.wsk.data;

import org.jspecify.annotations.Nullable;

/**
 * WSK_DATA_INDICATION: one entry of a list of received bytes that WskReceiveEvent is given.
 *
 * <p>The provider owns list, MDLs and memory; a driver that keeps them, by returning STATUS_PENDING, gives them back
 * with WskRelease. Compared by identity, as pointers are. Source: ns-wsk-_wsk_data_indication.
 */
public final class WskDataIndication {

    private final WskBuf buffer;
    private final @Nullable WskDataIndication next;

    /** Makes an entry in front of others. */
    public WskDataIndication(WskBuf buffer, @Nullable WskDataIndication next) {
        this.buffer = buffer;
        this.next = next;
    }

    /** Returns {@code Buffer}. */
    public WskBuf buffer() {
        return buffer;
    }

    /** Returns {@code Next}; null for the last entry. */
    public @Nullable WskDataIndication next() {
        return next;
    }

    /** Returns how many bytes the list has from this entry on. */
    public long totalBytes() {
        long sum = 0;
        for (WskDataIndication entry = this; entry != null; entry = entry.next) {
            sum += entry.buffer.length();
        }
        return sum;
    }

    /** Copies the bytes of the list from this entry on. */
    public byte[] toBytes() {
        byte[] all = new byte[Math.toIntExact(totalBytes())];
        int at = 0;
        for (WskDataIndication entry = this; entry != null; entry = entry.next) {
            int count = (int) entry.buffer.length();
            entry.buffer.cursor().copyTo(all, at, count);
            at += count;
        }
        return all;
    }
}
