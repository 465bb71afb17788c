package dev.wsksim.kernel.ke;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A thread began to wait for an event.
 *
 * @param thread the thread
 * @param event the name of the event
 * @param timeoutNanos the time-out in nanoseconds, or {@link KernelWaits#NO_TIMEOUT}
 * @param irql the level at which it waits
 */
public record WaitBegan(String thread, String event, long timeoutNanos, Irql irql) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "wait-began";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("thread", thread);
        fields.text("event", event);
        fields.nanos("timeout", timeoutNanos);
        fields.number("irql", irql.level());
    }

    @Override
    public String describe() {
        boolean endless = timeoutNanos == KernelWaits.NO_TIMEOUT;
        return "KeWaitForSingleObject: " + thread + " waits for event '" + event + "' at " + irql
                + (endless ? " without a time-out" : " for at most " + new SimDuration(timeoutNanos));
    }
}
