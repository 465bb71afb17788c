package dev.wsksim.net.peer;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * The application of a scripted peer took a connection from its backlog.
 *
 * @param host the name of the peer's host
 * @param port the peer's port
 * @param remote the other end of the connection
 */
public record ConnectionTaken(String host, int port, Endpoint remote) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-taken";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.number("port", port);
        fields.text("remote", remote.toString());
    }

    @Override
    public String describe() {
        return host + " port " + port + ": connection of " + remote + " taken";
    }
}
