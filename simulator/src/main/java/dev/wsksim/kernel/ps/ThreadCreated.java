package dev.wsksim.kernel.ps;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A thread came into being.
 *
 * @param name its name
 * @param id its identifier
 * @param process the identifier of its process
 */
public record ThreadCreated(String name, long id, long process) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "thread-created";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("name", name);
        fields.number("id", id);
        fields.number("process", process);
    }

    @Override
    public String describe() {
        return "thread " + name + " (" + process + "." + id + ") begins";
    }
}
