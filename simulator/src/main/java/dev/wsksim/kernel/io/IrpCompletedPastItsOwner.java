package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The completion of an IRP ran past its last stack location, although only its creator may end it.
 *
 * @param irp the number of the IRP
 * @param origin where the IRP came from
 * @param why why nothing stopped the completion
 */
public record IrpCompletedPastItsOwner(long irp, IrpOrigin origin, String why) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-completed-past-its-owner";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("origin", origin.name());
        fields.text("why", why);
    }

    @Override
    public String describe() {
        return "IRP " + irp + " was completed past its owner: " + why;
    }
}
