package dev.wsksim.kernel.mm;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
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
    private int holds;
    /** What {@code Next} was when a provider began to hold this MDL. */
    private @Nullable Mdl heldNext;

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

    /** Sets {@code Mdl->Next}, which makes a chain; reported while a provider holds the MDL, which goes on with the old one. */
    public void setNext(@Nullable Mdl newNext) {
        if (holds > 0 && newNext != next) {
            block.relinked();
        }
        next = newNext;
    }

    /** Returns the next MDL as the provider that was given the chain knows it, whatever the driver does to it meanwhile. */
    public @Nullable Mdl nextOfProvider() {
        return holds > 0 ? heldNext : next;
    }

    /** Tells whether another driver may use the bytes at any IRQL. */
    public boolean isUsable() {
        return built || locked;
    }

    /** Tells whether it was freed. */
    public boolean isFreed() {
        return freed;
    }

    /**
     * Lets a provider hold the chain as it is now, and its bytes; reported where the request would write bytes that
     * another pending request has, or has bytes that another one writes.
     *
     * @param offset where the data of the request begins in this MDL
     * @param length how many bytes it has
     * @param function the function whose request it is
     * @param writes whether the provider writes the bytes
     */
    public void holdChain(int offset, long length, String function, boolean writes) {
        int skipped = offset;
        long left = length;
        for (Mdl mdl = this; mdl != null; mdl = mdl.heldNext) {
            if (mdl.holds == 0) {
                mdl.heldNext = mdl.next;
            }
            mdl.holds++;
            int run = mdl.run(skipped, left);
            mdl.block.hold(mdl.byteOffset + skipped, run, function, writes);
            left -= run;
            skipped = 0;
        }
    }

    /** Returns how many of so many bytes lie in this MDL alone, from an offset on. */
    private int run(int offset, long count) {
        return (int) Math.max(0, Math.min(byteCount - offset, count));
    }

    /** Lets the chain that was held go again, and its bytes; with the same arguments. */
    public void letChainGo(int offset, long length, boolean writes) {
        int skipped = offset;
        long left = length;
        Mdl mdl = this;
        while (mdl != null) {
            Mdl following = mdl.heldNext;
            mdl.holds--;
            int run = mdl.run(skipped, left);
            mdl.block.letGo(mdl.byteOffset + skipped, run, writes);
            left -= run;
            skipped = 0;
            if (mdl.holds == 0) {
                mdl.heldNext = null;
            }
            mdl = following;
        }
    }

    /** Returns how many bytes the whole chain describes; one that never ends is bug check 0xC4. */
    public long chainBytes() {
        requireEnd();
        long sum = 0;
        for (Mdl mdl = this; mdl != null; mdl = mdl.next) {
            sum += mdl.byteCount;
        }
        return sum;
    }

    /** Demands that the chain ends: Windows would walk along one that leads back into itself for ever. */
    void requireEnd() {
        Mdl slow = this;
        boolean moves = false;
        for (Mdl fast = next; fast != null; fast = fast.next) {
            if (fast == slow) {
                throw new SimulatedBugCheck(
                        BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION,
                        "",
                        "an MDL chain with an MDL of " + block + " leads back into itself: it has no end",
                        "using-mdls");
            }
            Mdl behind = slow.next;
            if (moves && behind != null) {
                slow = behind;
            }
            moves = !moves;
        }
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
        return next == null ? own : own + ", and others behind it";
    }
}
