package dev.wsksim.wsk.data;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A parameter points at memory that does not suit it.
 *
 * @param function the function, or the callback that has stored the pointer
 * @param parameter the parameter
 * @param misuse what does not suit
 * @param block the number of the block of memory
 * @param what what is wrong, in words
 */
public record ParameterMemoryMisused(String function, String parameter, Misuse misuse, long block, String what)
        implements TraceRecord {

    /** What can be wrong with memory. */
    public enum Misuse {
        /** It may be paged out. */
        PAGEABLE,
        /** It has less room than the provider needs. */
        TOO_SMALL
    }

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "parameter-memory-misused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("function", function);
        fields.text("parameter", parameter);
        fields.text("misuse", misuse.name());
        fields.number("block", block);
        fields.text("what", what);
    }

    @Override
    public String describe() {
        return what;
    }
}
