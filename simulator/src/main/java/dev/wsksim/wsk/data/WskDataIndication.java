package dev.wsksim.wsk.data;

import org.jspecify.annotations.Nullable;

/**
 * WSK_DATA_INDICATION: one entry of a list of received bytes that WskReceiveEvent is given.
 *
 * <p>The provider owns list, MDLs and memory; a driver that keeps them, by returning STATUS_PENDING, gives them back
 * with WskRelease. Compared by identity, as pointers are. Source: ns-wsk-_wsk_data_indication.
 */
public final class WskDataIndication {

    private static final String NAME = "WSK_DATA_INDICATION";

    private final IndicationMemory memory;
    private final WskBuf buffer;
    private final @Nullable WskDataIndication next;

    /** Makes an entry in front of others; all of them have the same memory. */
    public WskDataIndication(IndicationMemory memory, WskBuf buffer, @Nullable WskDataIndication next) {
        this.memory = memory;
        this.buffer = buffer;
        this.next = next;
    }

    /** Returns the memory of the list. */
    public IndicationMemory memory() {
        return memory;
    }

    /** Returns {@code Buffer}. */
    public WskBuf buffer() {
        memory.requireLent(NAME);
        return buffer;
    }

    /** Returns {@code Next}; null for the last entry. */
    public @Nullable WskDataIndication next() {
        memory.requireLent(NAME);
        return next;
    }

    /** Returns how many bytes the list has from this entry on. */
    public long totalBytes() {
        memory.requireLent(NAME);
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
