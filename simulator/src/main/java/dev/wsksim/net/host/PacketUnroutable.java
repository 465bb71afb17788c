package dev.wsksim.net.host;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A packet could not leave its host, because no link leads to a host with its destination address.
 *
 * @param host the name of the host
 * @param packet the packet
 */
public record PacketUnroutable(String host, Packet packet) implements TraceRecord {

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
    }

    @Override
    public String describe() {
        return host + ": " + packet.describe() + " lost, no linked host has the address " + packet.destination();
    }
}
