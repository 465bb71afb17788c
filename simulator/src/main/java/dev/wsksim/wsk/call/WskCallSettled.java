package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.wsk.WskFunction;

/**
 * The outcome of a request is known; its IRP will be completed with it.
 *
 * @param function the function
 * @param irp the number of the IRP; 0 for none
 * @param status the outcome
 * @param reason at which stage and why, in words
 */
public record WskCallSettled(WskFunction function, long irp, NtStatus status, String reason) implements CallRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "call-settled";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("function", function.name());
        fields.number("irp", irp);
        fields.text("status", status.name());
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return function.name() + " settled as " + status + ": " + reason;
    }
}
