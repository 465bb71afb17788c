package dev.wsksim.kernel.ke;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An event was set with KeSetEvent.
 *
 * @param event its name
 * @param type whether it releases all waiters or one
 * @param previous whether it was signalled before
 * @param released how many waiting threads it released
 */
public record EventSet(String event, EventType type, boolean previous, int released) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "event-set";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("event", event);
        fields.text("type", type.name());
        fields.flag("previous", previous);
        fields.number("released", released);
    }

    @Override
    public String describe() {
        String threads = released == 1 ? " thread goes on" : " threads go on";
        return "KeSetEvent: " + type + " '" + event + "'" + (previous ? " was signalled before" : " is set") + ", "
                + released + threads;
    }
}
