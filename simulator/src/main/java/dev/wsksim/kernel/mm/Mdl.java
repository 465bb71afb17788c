package dev.wsksim.kernel.mm;

import org.jspecify.annotations.Nullable;

/**
 * A memory descriptor list: describes one run of bytes of a block; several make a chain.
 *
 * <p>Another driver may use the bytes only where the pages are resident: the MDL was built for non-paged pool, or its
 * pages are locked. Made by {@link MemoryManager#ioAllocateMdl}. Source: using-mdls.
 */
public final class Mdl {

    private final PoolBlock block;
    private final int byteOffset;
    private final int byteCount;
    private boolean built;
    private boolean locked;
    private boolean freed;
    private @Nullable Mdl next;

    Mdl(PoolBlock block, int byteOffset, int byteCount) {
        this.block = block;
        this.byteOffset = byteOffset;
        this.byteCount = byteCount;
    }

    /** Returns the block that it describes a run of. */
    public PoolBlock block() {
        return block;
    }

    /** Returns where in the block the run begins. */
    public int byteOffset() {
        return byteOffset;
    }

    /** Returns how many bytes it describes. */
    public int byteCount() {
        return byteCount;
    }

    /** Returns {@code Mdl->Next}. */
    public @Nullable Mdl next() {
        return next;
    }

    /** Sets {@code Mdl->Next}, which makes a chain. */
    public void setNext(@Nullable Mdl newNext) {
        next = newNext;
    }

    /** Tells whether another driver may use the bytes at any IRQL. */
    public boolean isUsable() {
        return built || locked;
    }

    /** Tells whether it was freed. */
    public boolean isFreed() {
        return freed;
    }

    /** Lets a provider hold the bytes of the whole chain. */
    public void holdChain() {
        for (Mdl mdl = this; mdl != null; mdl = mdl.next) {
            mdl.block.hold();
        }
    }

    /** Lets the bytes of the whole chain go again. */
    public void letChainGo() {
        for (Mdl mdl = this; mdl != null; mdl = mdl.next) {
            mdl.block.letGo();
        }
    }

    /** Returns how many bytes the whole chain describes. */
    public long chainBytes() {
        long sum = 0;
        for (Mdl mdl = this; mdl != null; mdl = mdl.next) {
            sum += mdl.byteCount;
        }
        return sum;
    }

    boolean isLocked() {
        return locked;
    }

    void setBuilt() {
        built = true;
    }

    void setLocked(boolean nowLocked) {
        locked = nowLocked;
    }

    void setFreed() {
        freed = true;
    }

    @Override
    public String toString() {
        String own = "MDL of " + byteCount + " bytes in " + block;
        Mdl following = next;
        return following == null ? own : own + ", " + following;
    }
}
