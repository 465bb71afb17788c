package dev.wsksim.kernel.ps;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A process came into being.
 *
 * @param name its name
 * @param id its identifier
 * @param user the SID of its primary token's user
 */
public record ProcessCreated(String name, long id, String user) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.KERNEL;
    }

    @Override
    public String kind() {
        return "process-created";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("name", name);
        fields.number("id", id);
        fields.text("user", user);
    }

    @Override
    public String describe() {
        return "process " + name + " (" + id + ") runs as " + user;
    }
}
