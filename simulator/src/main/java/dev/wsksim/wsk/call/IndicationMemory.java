package dev.wsksim.wsk.call;

import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.wsk.data.WskBuf;

/** Takes the memory of indicated data back: whoever touches it afterwards touches freed memory. */
final class IndicationMemory {

    private IndicationMemory() {}

    /** Frees the blocks of a buffer's MDL chain. */
    static void free(MemoryManager memory, WskBuf buffer) {
        for (Mdl mdl = buffer.mdl(); mdl != null; mdl = mdl.next()) {
            if (!mdl.block().isFreed()) {
                memory.exFreePool(mdl.block());
            }
        }
    }
}
