package dev.wsksim.net.peer;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The first SYN of an attempt reached a scripted peer, which took the next outcome of its script.
 *
 * @param host the name of the peer's host
 * @param port the peer's port
 * @param remote who attempts to connect
 * @param number the number of the attempt, from 1
 * @param outcome what the script says, in words
 */
public record AttemptBegan(String host, int port, Endpoint remote, long number, String outcome) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-attempt";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.number("port", port);
        fields.text("remote", remote.toString());
        fields.number("attempt", number);
        fields.text("outcome", outcome);
    }

    @Override
    public String describe() {
        return host + " port " + port + ": attempt " + number + " from " + remote + ", " + outcome;
    }
}
