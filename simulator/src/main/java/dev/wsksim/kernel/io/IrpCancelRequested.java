package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * Somebody asked for the cancellation of an IRP with IoCancelIrp.
 *
 * @param irp the number of the IRP
 * @param returned what IoCancelIrp returns: whether a cancel routine was called
 * @param why why it returns that
 */
public record IrpCancelRequested(long irp, boolean returned, String why) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-cancel-requested";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.flag("returned", returned);
        fields.text("why", why);
    }

    @Override
    public String describe() {
        return "IoCancelIrp: IRP " + irp + ", returns " + (returned ? "TRUE: " : "FALSE: ") + why;
    }
}
