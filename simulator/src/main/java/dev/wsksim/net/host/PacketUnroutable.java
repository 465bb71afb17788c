package dev.wsksim.net.host;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A packet could not leave its host, because no route leads to its destination or no neighbour has the address of the next hop.
 *
 * @param host the name of the host
 * @param packet the packet
 * @param reason which of both
 */
public record PacketUnroutable(String host, Packet packet, String reason) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "packet-unroutable";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        packet.visit(fields);
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return host + ": " + packet.describe() + " lost, " + reason;
    }
}
