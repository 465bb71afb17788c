package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A completion routine returned.
 *
 * @param irp the number of the IRP
 * @param status what it returned
 * @param state where the IRP is now
 */
public record CompletionRoutineReturned(long irp, NtStatus status, IrpState state) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "completion-routine-returned";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("status", status.name());
        fields.text("state", state.name());
    }

    @Override
    public String describe() {
        boolean stops = status == NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        return "completion routine of IRP " + irp + " returned " + status
                + (stops ? ": completion stops here" : ": completion goes on");
    }
}
