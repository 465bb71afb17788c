package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An IRP was completed with IoCompleteRequest.
 *
 * @param irp the number of the IRP
 * @param by the C name of the function that completed it
 * @param status IoStatus.Status
 * @param information IoStatus.Information
 * @param pointer whether Information points to the object of that number
 * @param irql the level at which it was completed
 * @param cancelRequested whether the Cancel flag is set
 * @param routine whether a completion routine runs, and why
 */
public record IrpCompleted(
        long irp,
        String by,
        NtStatus status,
        long information,
        boolean pointer,
        Irql irql,
        boolean cancelRequested,
        String routine)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-completed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("by", by);
        fields.text("status", status.name());
        fields.number("information", information);
        fields.flag("pointer", pointer);
        fields.number("irql", irql.level());
        fields.flag("cancel-requested", cancelRequested);
        fields.text("routine", routine);
    }

    @Override
    public String describe() {
        return "IRP " + irp + " completed by " + by + ": " + status + ", Information "
                + (pointer ? "points to object " : "") + information + ", at " + irql + "; " + routine;
    }
}
