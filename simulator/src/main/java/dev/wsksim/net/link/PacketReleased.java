package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A link carries a packet now that it had kept.
 *
 * @param number the number of the packet in the network
 * @param link the link, for example {@code client > server}
 * @param packet the packet
 */
public record PacketReleased(long number, String link, Packet packet) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "packet-released";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("packet", number);
        fields.text("link", link);
        fields.text("label", packet.label());
    }

    @Override
    public String describe() {
        return link + ": " + packet.describe() + " released";
    }
}
