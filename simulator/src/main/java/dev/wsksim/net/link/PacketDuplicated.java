package dev.wsksim.net.link;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A link made copies of a packet, which travel on by themselves under the same number.
 *
 * @param number the number of the packet in the network
 * @param link the link, for example {@code client > server}
 * @param packet the packet
 * @param copies how many there are besides the packet
 */
public record PacketDuplicated(long number, String link, Packet packet, int copies) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "packet-duplicated";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("packet", number);
        fields.text("link", link);
        fields.text("label", packet.label());
        fields.number("copies", copies);
    }

    @Override
    public String describe() {
        return link + ": " + packet.describe() + (copies == 1 ? " duplicated" : " duplicated " + copies + " times");
    }
}
