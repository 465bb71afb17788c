package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A driver freed an IRP with IoFreeIrp.
 *
 * @param irp the number of the IRP
 */
public record IrpFreed(long irp) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-freed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
    }

    @Override
    public String describe() {
        return "IoFreeIrp: IRP " + irp;
    }
}
