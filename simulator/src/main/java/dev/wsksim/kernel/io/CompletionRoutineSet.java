package dev.wsksim.kernel.io;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A driver set the completion routine of an IRP with IoSetCompletionRoutine.
 *
 * @param irp the number of the IRP
 * @param location the stack location that holds it
 * @param routine whether there is a routine; IoSetCompletionRoutine accepts NULL
 * @param invokeOn when it is to be called
 */
public record CompletionRoutineSet(long irp, int location, boolean routine, InvokeOn invokeOn) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "completion-routine-set";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("irp", irp);
        fields.number("location", location);
        fields.flag("routine", routine);
        fields.text("invoke-on", invokeOn.toString());
    }

    @Override
    public String describe() {
        return "IoSetCompletionRoutine: IRP " + irp + (routine ? ", invoke on " + invokeOn : ", no routine");
    }
}
