package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A connection was given up because a segment was never acknowledged.
 *
 * @param connection which end of which connection
 * @param retransmissions how often it was sent again
 */
public record ConnectionTimedOut(ConnectionName connection, int retransmissions) implements TcpRecord {

    @Override
    public String kind() {
        return "connection-timed-out";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.number("retransmissions", retransmissions);
    }

    @Override
    public String describe() {
        return connection + ": given up after " + retransmissions + " retransmissions";
    }
}
