package dev.wsksim.net.host;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host learned something about a neighbour.
 *
 * @param networkInterface the interface, for example {@code client.wifi}
 * @param neighbor the address of the neighbour
 * @param state what is known of it from now on
 */
public record NeighborStateChanged(String networkInterface, IpAddress neighbor, NeighborState state)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "neighbor-state-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("interface", networkInterface);
        fields.text("neighbor", neighbor.toString());
        fields.text("state", state.toString());
    }

    @Override
    public String describe() {
        return networkInterface + ": neighbour " + neighbor + " is " + state;
    }
}
