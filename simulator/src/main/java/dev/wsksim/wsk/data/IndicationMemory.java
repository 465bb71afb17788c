package dev.wsksim.wsk.data;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.kernel.mm.PoolBlock;
import org.jspecify.annotations.Nullable;

/**
 * The memory of indicated data: lent to the driver while its callback runs, or until WskRelease where it keeps the list,
 * and then taken back.
 *
 * <p>The bytes, the MDLs and the entries of the list are the provider's. Whoever touches any of them afterwards touches
 * freed memory: bug check 0x50. Source: nc-wsk-pfn_wsk_receive_event, nc-wsk-pfn_wsk_release_data_indication_list.
 */
public final class IndicationMemory {

    private final MemoryManager memory;
    private @Nullable PoolBlock block;
    private @Nullable PoolBlock anotherBlock;
    private boolean lent = true;

    /** Makes a loan of no bytes yet. */
    public IndicationMemory(MemoryManager memory) {
        this.memory = memory;
    }

    /** Lends bytes, at most twice; the array is not copied. */
    public PoolBlock lend(byte[] bytes) {
        PoolBlock made = memory.lent(bytes);
        anotherBlock = block;
        block = made;
        return made;
    }

    /** Makes a usable MDL for a run of a block that was lent. */
    public Mdl mdl(PoolBlock of, int byteOffset, int byteCount) {
        Mdl mdl = memory.ioAllocateMdl(of, byteOffset, byteCount);
        memory.mmBuildMdlForNonPagedPool(mdl);
        return mdl;
    }

    /** Ends the loan; reported where the driver has handed the memory to a request that is still pending. */
    public void takeBack() {
        lent = false;
        takeBack(block);
        takeBack(anotherBlock);
    }

    private void takeBack(@Nullable PoolBlock given) {
        if (given != null) {
            memory.takeBack(given);
        }
    }

    /** Stops a driver that reads an entry which it gave back. */
    void requireLent(String structure) {
        if (!lent) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    "the driver reads a " + structure + " after it has given the list back",
                    structure.equals("WSK_DATA_INDICATION")
                            ? "ns-wsk-_wsk_data_indication"
                            : "ns-wsk-_wsk_datagram_indication");
        }
    }
}
