package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A packet has to wait: on a link that holds it until it is released, or for a host that is paused.
 *
 * @param number the number of the packet in the network
 * @param link the link, for example {@code client > server}
 * @param packet the packet
 * @param reason why, for example {@code server is paused}
 */
public record PacketHeld(long number, String link, Packet packet, String reason) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "packet-held";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("packet", number);
        fields.text("link", link);
        fields.text("label", packet.label());
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return link + ": " + packet.describe() + " waits (" + reason + ")";
    }
}
