package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The completion of an IRP went on to the next higher stack location.
 *
 * @param irp the number of the IRP
 * @param location the stack location that was left
 * @param routine whether a completion routine runs, and why
 */
public record CompletionWentUp(long irp, int location, String routine) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "completion-went-up";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.number("location", location);
        fields.text("routine", routine);
    }

    @Override
    public String describe() {
        return "IRP " + irp + " goes on up from stack location " + location + "; " + routine;
    }
}
