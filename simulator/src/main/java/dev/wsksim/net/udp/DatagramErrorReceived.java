package dev.wsksim.net.udp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An ICMP error about a datagram came to the endpoint from which it was sent.
 *
 * @param host the name of the host
 * @param local the local endpoint
 * @param remote where the datagram was sent to
 * @param meaning what the error says, for example {@code port unreachable}
 */
public record DatagramErrorReceived(String host, Endpoint local, Endpoint remote, String meaning)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "datagram-error-received";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("local", local.toString());
        fields.text("remote", remote.toString());
        fields.text("meaning", meaning);
    }

    @Override
    public String describe() {
        return host + " " + local + ": " + meaning + " about a datagram to " + remote;
    }
}
