package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A driver made an IRP ready for another use with IoReuseIrp.
 *
 * @param irp the number of the IRP
 * @param status the initial IoStatus.Status
 */
public record IrpReused(long irp, NtStatus status) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-reused";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("status", status.name());
    }

    @Override
    public String describe() {
        return "IoReuseIrp: IRP " + irp + " is ready again, without completion routine, with " + status;
    }
}
