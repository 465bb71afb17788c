package dev.wsksim.net.raw;

import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A packet came whose protocol is known, but whose bytes are no good message of it: a wrong checksum or length.
 *
 * @param host the name of the host
 * @param packet the packet
 */
public record RawPacketIgnored(String host, Packet packet) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "raw-packet-ignored";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        packet.visit(fields);
    }

    @Override
    public String describe() {
        return host + ": " + packet.describe() + " ignored, its bytes are no good message of its protocol";
    }
}
