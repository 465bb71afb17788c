package dev.wsksim.net.peer;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A datagram reached a scripted peer, which took the next reaction of its script.
 *
 * @param host the name of the peer's host
 * @param port the peer's port
 * @param remote who sent it
 * @param number the number of the datagram, from 1
 * @param reaction what the script says, in words
 */
public record DatagramTaken(String host, int port, Endpoint remote, long number, String reaction)
        implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-datagram";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.number("port", port);
        fields.text("remote", remote.toString());
        fields.number("datagram", number);
        fields.text("reaction", reaction);
    }

    @Override
    public String describe() {
        return host + " UDP port " + port + ": datagram " + number + " from " + remote + ", " + reaction;
    }
}
