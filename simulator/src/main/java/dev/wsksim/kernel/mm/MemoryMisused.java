package dev.wsksim.kernel.mm;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The driver did something to memory that it may not do now.
 *
 * @param block the number of the block
 * @param routine the routine that it called; empty where it touched the memory itself
 * @param what what it did, in words
 */
public record MemoryMisused(long block, String routine, String what) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "memory-misused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("block", block);
        fields.text("routine", routine);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return what;
    }
}
