package dev.wsksim.net.icmp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * An echo request was answered or given up.
 *
 * @param host the name of the host that asked
 * @param remote whom it asked
 * @param sequence the sequence number of the request
 * @param outcome what came of it, in words
 */
public record PingEnded(String host, IpAddress remote, int sequence, String outcome) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "ping-ended";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.text("remote", remote.toString());
        fields.number("sequence", sequence);
        fields.text("outcome", outcome);
    }

    @Override
    public String describe() {
        return host + ": ping " + sequence + " of " + remote + ", " + outcome;
    }
}
