package dev.wsksim.kernel.mm;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.trace.Trace;
import java.util.Arrays;

/**
 * The memory manager of one simulated Windows host: gives blocks of memory to the driver, builds MDLs for them, and
 * notices who touches a block that a provider holds.
 *
 * <p>Misuse that Windows does not notice at once is reported as a record of kind {@code memory-misused}; use of freed
 * memory stops the driver with a simulated bug check, as special pool would. Sources: using-mdls and the page of each
 * routine.
 */
public final class MemoryManager {

    private final Trace trace;
    private long lastNumber;

    /** Makes the memory manager of a host. */
    public MemoryManager(Trace trace) {
        this.trace = trace;
    }

    /** Allocates a block of zeros, which the driver has to free. Source: nf-wdm-exallocatepool2. */
    public PoolBlock exAllocatePool(PoolType type, int bytes) {
        return new PoolBlock(this, ++lastNumber, type, new byte[bytes], false);
    }

    /** Allocates a block of non-paged pool with a copy of these bytes. */
    public PoolBlock nonPaged(byte[] content) {
        return new PoolBlock(
                this, ++lastNumber, PoolType.NON_PAGED_POOL, Arrays.copyOf(content, content.length), false);
    }

    /** Wraps bytes that a provider lends to the driver, such as received data; the array is not copied. */
    public PoolBlock lent(byte[] content) {
        return new PoolBlock(this, ++lastNumber, PoolType.NON_PAGED_POOL, content, true);
    }

    /**
     * Ends the loan of a block: whoever touches it from now on touches freed memory. Reported while a provider holds it
     * for a request of the driver.
     */
    public void takeBack(PoolBlock block) {
        if (block.isHeld()) {
            noteHeld(block, "", "gives back ");
        }
        block.free();
    }

    /**
     * Gives a block back. Reported while a provider holds it; a second time, or for a block that was lent to the driver, it
     * is bug check 0xC2 (BAD_POOL_CALLER). Source: nf-wdm-exfreepool.
     */
    public void exFreePool(PoolBlock block) {
        if (block.isLent()) {
            throw new SimulatedBugCheck(
                    BugCheck.BAD_POOL_CALLER,
                    "0x7",
                    block + " is the provider's: the driver was lent it, and has not allocated it",
                    "nf-wdm-exfreepool");
        }
        if (block.isFreed()) {
            throw new SimulatedBugCheck(
                    BugCheck.BAD_POOL_CALLER, "0x7", block + " was freed before", "nf-wdm-exfreepool");
        }
        if (block.isHeld()) {
            noteHeld(block, "ExFreePool", "frees ");
        }
        block.free();
    }

    /**
     * Allocates an MDL for a run of a block; it is not usable before it is built or locked. Source: nf-wdm-ioallocatemdl.
     */
    public Mdl ioAllocateMdl(PoolBlock block, int byteOffset, int byteCount) {
        if (byteOffset < 0 || byteCount < 0 || byteOffset > block.length() - byteCount) {
            throw new IllegalArgumentException(byteCount + " bytes from " + byteOffset + " on do not lie in " + block);
        }
        return new Mdl(block, byteOffset, byteCount);
    }

    /**
     * Makes an MDL for non-paged pool usable. Reported for pageable memory, for which it must not be called. Source:
     * nf-wdm-mmbuildmdlfornonpagedpool.
     */
    public void mmBuildMdlForNonPagedPool(Mdl mdl) {
        if (mdl.block().type() != PoolType.NON_PAGED_POOL) {
            note(
                    mdl.block(),
                    "MmBuildMdlForNonPagedPool",
                    "builds an MDL for " + mdl.block() + ", which is not non-paged pool");
        }
        mdl.setBuilt();
    }

    /** Allocates and builds an MDL for a whole block of non-paged pool. */
    public Mdl mdlOf(PoolBlock block) {
        Mdl mdl = ioAllocateMdl(block, 0, block.length());
        mmBuildMdlForNonPagedPool(mdl);
        return mdl;
    }

    /** Locks the pages of an MDL. Reported for one that was built or locked before. Source: nf-wdm-mmprobeandlockpages. */
    public void mmProbeAndLockPages(Mdl mdl) {
        if (mdl.isUsable()) {
            note(
                    mdl.block(),
                    "MmProbeAndLockPages",
                    "locks an MDL of " + mdl.block() + " that was built or locked before");
        }
        mdl.setLocked(true);
        mdl.block().lock();
        if (trace.isActive()) {
            trace.emit(new PagesLocked(mdl.block().number()));
        }
    }

    /**
     * Unlocks the pages of an MDL. Reported for one that is not locked, and while a provider holds the block. Source:
     * nf-wdm-mmunlockpages.
     */
    public void mmUnlockPages(Mdl mdl) {
        if (!mdl.isLocked() || !mdl.block().unlock()) {
            note(mdl.block(), "MmUnlockPages", "unlocks an MDL of " + mdl.block() + " that is not locked");
            return;
        }
        if (mdl.block().isHeld()) {
            noteHeld(mdl.block(), "MmUnlockPages", "unlocks ");
        }
        mdl.setLocked(false);
        if (trace.isActive()) {
            trace.emit(new PagesUnlocked(mdl.block().number()));
        }
    }

    /**
     * Frees an MDL. Reported where its pages are still locked, where a provider holds the block, and for an MDL of lent
     * memory, which is the provider's. Source: nf-wdm-iofreemdl.
     */
    public void ioFreeMdl(Mdl mdl) {
        if (mdl.isFreed()) {
            throw new SimulatedBugCheck(
                    BugCheck.BAD_POOL_CALLER,
                    "0x7",
                    "the MDL of " + mdl.block() + " was freed before",
                    "nf-wdm-iofreemdl");
        }
        if (mdl.block().isLent()) {
            note(mdl.block(), "IoFreeMdl", "frees an MDL of " + mdl.block() + ", which a provider has lent to it");
        } else if (mdl.isLocked()) {
            note(mdl.block(), "IoFreeMdl", "frees an MDL of " + mdl.block() + " whose pages are locked");
        } else if (mdl.block().isHeld()) {
            noteHeld(mdl.block(), "IoFreeMdl", "frees an MDL of ");
        }
        mdl.setFreed();
    }

    /**
     * Judges the MDLs of a buffer that a provider is about to use: freed memory is a bug check, and so is a chain without
     * an end; pageable memory is reported.
     */
    public void requireUsable(Mdl chain, String function) {
        chain.requireEnd();
        for (Mdl mdl = chain; mdl != null; mdl = mdl.next()) {
            if (mdl.isFreed() || mdl.block().isFreed()) {
                throw new SimulatedBugCheck(
                        BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                        "",
                        function + " was given an MDL of " + mdl.block() + ", which was freed",
                        "ns-wsk-_wsk_buf");
            }
            if (!mdl.isUsable()) {
                note(
                        mdl.block(),
                        function,
                        "passes an MDL of " + mdl.block() + " that is neither built for non-paged pool nor locked");
            }
        }
    }

    /** Lets a provider hold a block for a request: from now on the driver has to leave it alone. */
    public void hold(PoolBlock block, String function) {
        block.hold(0, block.length(), function, false);
    }

    /** Lets a block go back to the driver. */
    public void letGo(PoolBlock block) {
        block.letGo(0, block.length(), false);
    }

    /** Stops Windows where a provider is about to use memory for a parameter that was freed. */
    public void requireAlive(PoolBlock block, String function, String parameter, String page) {
        if (block.isFreed()) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    parameter + " of " + function + " points at " + block + ", which was freed",
                    page);
        }
    }

    void driverTouches(PoolBlock block, String how) {
        if (block.isFreed()) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    "the driver " + how + " " + block + " after it was freed",
                    "ns-wsk-_wsk_buf");
        }
        if (block.isHeld()) {
            noteHeld(block, "", how + " ");
        }
    }

    /**
     * Reports that the driver has passed a WSK_BUF that breaks a rule, whatever memory it describes.
     *
     * @param function the function
     * @param buffer the buffer as text, behind a blank; empty for NULL
     * @param fault what is wrong with it
     */
    public void reportBuffer(String function, String buffer, String fault) {
        if (trace.isActive()) {
            String passed = buffer.isEmpty() ? "no WSK_BUF" : "a WSK_BUF" + buffer;
            trace.emit(new MemoryMisused(
                    0, function, false, "the driver passes " + passed + " to " + function + ": " + fault));
        }
    }

    /** Reports that a request is given bytes of a block that another pending request has, and one of the two writes them. */
    void noteShared(PoolBlock block, String function) {
        if (trace.isActive()) {
            trace.emit(new MemoryMisused(
                    block.number(),
                    function,
                    true,
                    "the driver passes bytes of " + block + " to " + function
                            + " that a pending request has, and one of the two writes them"));
        }
    }

    private void note(PoolBlock block, String routine, String what) {
        if (trace.isActive()) {
            trace.emit(new MemoryMisused(block.number(), routine, false, "the driver " + what));
        }
    }

    private void noteHeld(PoolBlock block, String routine, String what) {
        if (trace.isActive()) {
            trace.emit(new MemoryMisused(
                    block.number(),
                    routine,
                    true,
                    "the driver " + what + block + ", which a provider holds for a pending request"));
        }
    }
}
