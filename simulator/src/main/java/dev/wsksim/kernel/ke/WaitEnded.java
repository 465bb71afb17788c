package dev.wsksim.kernel.ke;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A thread's wait for an event is over.
 *
 * @param thread the thread
 * @param event the name of the event
 * @param status STATUS_SUCCESS or STATUS_TIMEOUT
 * @param waitedNanos how long it waited, in nanoseconds; 0 when it did not have to
 */
public record WaitEnded(String thread, String event, NtStatus status, long waitedNanos) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "wait-ended";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("thread", thread);
        fields.text("event", event);
        fields.text("status", status.name());
        fields.nanos("waited", waitedNanos);
    }

    @Override
    public String describe() {
        return "KeWaitForSingleObject: " + thread + " goes on with " + status + " after waiting "
                + new SimDuration(waitedNanos) + " for event '" + event + "'";
    }
}
