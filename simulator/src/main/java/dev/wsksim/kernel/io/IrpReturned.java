package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A passed-down IRP went back to the higher driver that it came from.
 *
 * @param irp the number of the IRP
 * @param to the name of the higher driver
 * @param status IoStatus.Status
 * @param information IoStatus.Information
 * @param pendingReturned what the higher driver saw in PendingReturned
 */
public record IrpReturned(long irp, String to, NtStatus status, long information, boolean pendingReturned)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-returned";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("to", to);
        fields.text("status", status.name());
        fields.number("information", information);
        fields.flag("pending-returned", pendingReturned);
    }

    @Override
    public String describe() {
        return "IRP " + irp + " is back at " + to + ": " + status + ", Information " + information
                + (pendingReturned ? ", PendingReturned TRUE" : ", PendingReturned FALSE");
    }
}
