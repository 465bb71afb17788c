package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A link changed bytes of a packet, or was asked to and could not.
 *
 * @param number the number of the packet in the network
 * @param link the link, for example {@code client > server}
 * @param packet the packet as it was before
 * @param change what was changed, in words
 */
public record PacketCorrupted(long number, String link, Packet packet, String change) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "packet-corrupted";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("packet", number);
        fields.text("link", link);
        fields.text("label", packet.label());
        fields.text("change", change);
    }

    @Override
    public String describe() {
        return link + ": " + packet.describe() + " corrupted (" + change + ")";
    }
}
