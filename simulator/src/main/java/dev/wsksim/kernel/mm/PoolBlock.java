package dev.wsksim.kernel.mm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A block of the driver's memory, which a provider may hold for as long as a request is pending.
 *
 * <p>The driver reads and writes it through {@link #write} and {@link #read}; while a provider holds the block, both
 * are reported: what the driver writes may or may not be sent, and what it reads may not have arrived. Made and freed
 * by {@link MemoryManager}.
 */
public final class PoolBlock {

    private final MemoryManager manager;
    private final long number;
    private final PoolType type;
    private final byte[] bytes;
    private final boolean lent;
    private @Nullable HeldRuns held;
    private int locks;
    private boolean freed;

    PoolBlock(MemoryManager manager, long number, PoolType type, byte[] bytes, boolean lent) {
        this.manager = manager;
        this.number = number;
        this.type = type;
        this.bytes = bytes;
        this.lent = lent;
    }

    /** Returns its number on its host, from 1. */
    public long number() {
        return number;
    }

    /** Returns what kind of memory it is. */
    public PoolType type() {
        return type;
    }

    /** Returns how many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /** Tells whether a provider holds it for a request that is not completed. */
    public boolean isHeld() {
        return held != null && !held.isEmpty();
    }

    /** Tells whether it is a provider's, which has lent it to the driver. */
    boolean isLent() {
        return lent;
    }

    /** Is told that the driver has changed Next of an MDL that a provider holds. */
    void relinked() {
        manager.driverTouches(this, "changes Next of an MDL of");
    }

    /** Tells whether it was given back to the pool. */
    public boolean isFreed() {
        return freed;
    }

    /** Tells whether its pages are always resident or are locked now. */
    public boolean isResident() {
        return type == PoolType.NON_PAGED_POOL || locks > 0;
    }

    /** Writes as the driver does; reported while a provider holds the block, a bug check once it is freed. */
    public void write(int at, byte[] source) {
        manager.driverTouches(this, "writes to");
        System.arraycopy(source, 0, bytes, at, source.length);
    }

    /** Reads as the driver does; reported while a provider holds the block, a bug check once it is freed. */
    public byte[] read(int at, int count) {
        manager.driverTouches(this, "reads");
        return Arrays.copyOfRange(bytes, at, at + count);
    }

    /** Returns the bytes themselves, for who has the block: no check is made. */
    public byte[] array() {
        return bytes;
    }

    void hold(int from, int count, String function, boolean writes) {
        HeldRuns runs = held;
        if (runs == null) {
            runs = new HeldRuns();
            held = runs;
        }
        if (runs.collides(from, count, writes)) {
            manager.noteShared(this, function);
        }
        runs.add(from, count, writes);
    }

    void letGo(int from, int count, boolean writes) {
        if (held != null) {
            held.remove(from, count, writes);
        }
    }

    void lock() {
        locks++;
    }

    boolean unlock() {
        if (locks == 0) {
            return false;
        }
        locks--;
        return true;
    }

    void free() {
        freed = true;
    }

    @Override
    public String toString() {
        return "block " + number + " (" + bytes.length + " bytes of " + type.text() + ")";
    }
}
