package dev.wsksim.kernel.mm;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The driver did something to memory that it may not do now.
 *
 * @param block the number of the block; 0 where it is about a WSK_BUF and not about memory
 * @param routine the routine that it called; empty where it touched the memory itself
 * @param held whether that is wrong because a provider holds the memory for a pending request
 * @param what what it did, in words
 */
public record MemoryMisused(long block, String routine, boolean held, String what) implements TraceRecord {

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
        fields.flag("held", held);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return what;
    }
}
