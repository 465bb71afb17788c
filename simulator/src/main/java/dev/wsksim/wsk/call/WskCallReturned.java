package dev.wsksim.wsk.call;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.wsk.WskFunction;
import org.jspecify.annotations.Nullable;

/**
 * A WSK function returned to the driver.
 *
 * @param function the function
 * @param irp the number of the IRP that was passed; 0 for none
 * @param status what it returned; null for a function that returns VOID
 */
public record WskCallReturned(
        WskFunction function, long irp, @Nullable NtStatus status) implements CallRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.WSK;
    }

    @Override
    public String kind() {
        return "call-returned";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("function", function.name());
        fields.number("irp", irp);
        fields.text("status", statusText());
    }

    @Override
    public String describe() {
        return function.name() + (status == null ? " returned" : " returned " + status);
    }

    private String statusText() {
        return status == null ? "" : status.name();
    }
}
