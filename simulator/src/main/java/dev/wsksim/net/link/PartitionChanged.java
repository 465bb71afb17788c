package dev.wsksim.net.link;

import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A partition began or was healed.
 *
 * @param name its name
 * @param partition its name and sides, in words
 * @param begun whether it divides the network from now on
 */
public record PartitionChanged(String name, String partition, boolean begun) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "partition-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("name", name);
        fields.text("partition", partition);
        fields.flag("begun", begun);
    }

    @Override
    public String describe() {
        return "partition " + (begun ? partition + " begins" : name + " is healed");
    }
}
