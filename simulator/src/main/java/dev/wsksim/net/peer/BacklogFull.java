package dev.wsksim.net.peer;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;

/**
 * A SYN reached a scripted peer that was to accept it, and found its backlog full; it is answered with RST.
 *
 * @param host the name of the peer's host
 * @param port the peer's port
 * @param remote who attempts to connect
 * @param waiting how many connections wait to be taken
 */
public record BacklogFull(String host, int port, Endpoint remote, int waiting) implements TraceRecord {

    @Override
    public TraceLayer layer() {
        return TraceLayer.NET;
    }

    @Override
    public String kind() {
        return "peer-backlog-full";
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.number("port", port);
        fields.text("remote", remote.toString());
        fields.number("waiting", waiting);
    }

    @Override
    public String describe() {
        return host + " port " + port + ": backlog full, " + waiting + " waiting, " + remote + " is refused";
    }
}
