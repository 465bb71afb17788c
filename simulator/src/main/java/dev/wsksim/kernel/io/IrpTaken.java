package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A provider took an IRP at the entry of a call.
 *
 * @param irp the number of the IRP
 * @param function the C name of the called function
 * @param location the stack location that the provider uses
 * @param routine whether a completion routine is set
 * @param invokeOn when the completion routine is to be called
 * @param cancelRequested whether the Cancel flag is set already
 */
public record IrpTaken(
        long irp, String function, int location, boolean routine, InvokeOn invokeOn, boolean cancelRequested)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "irp-taken";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.text("function", function);
        fields.number("location", location);
        fields.flag("routine", routine);
        fields.text("invoke-on", invokeOn.toString());
        fields.flag("cancel-requested", cancelRequested);
    }

    @Override
    public String describe() {
        return function + " takes IRP " + irp + " in stack location " + location
                + (routine ? "; completion routine on " + invokeOn : "; no completion routine is set")
                + (cancelRequested ? "; Cancel is set already" : "");
    }
}
