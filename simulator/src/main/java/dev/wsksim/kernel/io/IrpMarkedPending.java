package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * Somebody marked an IRP pending with IoMarkIrpPending.
 *
 * @param irp the number of the IRP
 * @param location the stack location that was marked
 */
public record IrpMarkedPending(long irp, int location) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-marked-pending";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.number("location", location);
    }

    @Override
    public String describe() {
        return "IoMarkIrpPending: IRP " + irp + ", stack location " + location;
    }
}
