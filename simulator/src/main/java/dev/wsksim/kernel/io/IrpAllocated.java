package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A driver allocated an IRP with IoAllocateIrp.
 *
 * @param irp the number of the IRP
 * @param stackCount how many stack locations it has
 */
public record IrpAllocated(long irp, int stackCount) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-allocated";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.number("stack-count", stackCount);
    }

    @Override
    public String describe() {
        String locations = stackCount == 1 ? " stack location" : " stack locations";
        return "IoAllocateIrp: IRP " + irp + ", " + stackCount + locations;
    }
}
