package dev.wsksim.kernel.ke;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A thread lowered the IRQL with KeLowerIrql.
 *
 * @param from the level before
 * @param to the level from now on
 * @param thread the thread
 */
public record IrqlLowered(Irql from, Irql to, String thread) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irql-lowered";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("from", from.level());
        fields.number("to", to.level());
        fields.text("thread", thread);
    }

    @Override
    public String describe() {
        return "KeLowerIrql: " + from + " to " + to + " in " + thread;
    }
}
