package dev.wsksim.net.host;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A host put a packet together from its fragments.
 *
 * @param host the name of the host
 * @param packet the packet
 */
public record PacketReassembled(String host, Packet packet) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "packet-reassembled";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        packet.visit(fields);
    }

    @Override
    public String describe() {
        return host + ": " + packet.describe() + " put together from fragments";
    }
}
