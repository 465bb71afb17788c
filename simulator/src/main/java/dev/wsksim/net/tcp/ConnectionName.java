package dev.wsksim.net.tcp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.FieldVisitor;

/**
 * One end of a connection, as trace records name it.
 *
 * @param host the name of the host
 * @param number the number of the connection on that host, from 1
 * @param local the local endpoint
 * @param remote the remote endpoint
 */
public record ConnectionName(String host, long number, Endpoint local, Endpoint remote) {

    void visit(FieldVisitor fields) {
        fields.text("host", host);
        fields.number("connection", number);
        fields.text("local", local.toString());
        fields.text("remote", remote.toString());
    }

    @Override
    public String toString() {
        return host + " TCP " + local + " > " + remote;
    }
}
