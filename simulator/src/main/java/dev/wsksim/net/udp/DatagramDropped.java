package dev.wsksim.net.udp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A datagram reached its endpoint and was lost there.
 *
 * @param host the name of the host
 * @param local the local endpoint
 * @param packet the packet
 * @param reason why, for example {@code receive buffer full}
 */
public record DatagramDropped(String host, Endpoint local, Packet packet, String reason) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "datagram-dropped";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("local", local.toString());
        packet.visit(fields);
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return host + " " + local + ": " + packet.describe() + " dropped (" + reason + ")";
    }
}
