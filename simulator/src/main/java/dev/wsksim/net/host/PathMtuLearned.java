package dev.wsksim.net.host;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host learned from an error that the path MTU is less than it thought.
 *
 * @param host the name of the host
 * @param destination where the path leads
 * @param mtu the path MTU from now on, in bytes
 */
public record PathMtuLearned(String host, IpAddress destination, int mtu) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "path-mtu-learned";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("destination", destination.toString());
        fields.number("mtu", mtu);
    }

    @Override
    public String describe() {
        return host + ": path MTU to " + destination + " is " + mtu;
    }
}
