package dev.wsksim.kernel.mm;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The driver has locked the pages of an MDL with MmProbeAndLockPages.
 *
 * @param block the number of the block that the MDL describes
 */
public record PagesLocked(long block) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "pages-locked";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("block", block);
    }

    @Override
    public String describe() {
        return "MmProbeAndLockPages: an MDL of block " + block;
    }
}
