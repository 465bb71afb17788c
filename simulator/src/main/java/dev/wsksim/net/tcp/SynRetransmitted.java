package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A SYN was not answered in time and is sent again (RFC 9293 section 3.8.1).
 *
 * @param connection which end of which connection
 * @param retransmission which retransmission this is, from 1
 * @param rtoNanos how long it will be waited for
 */
public record SynRetransmitted(ConnectionName connection, int retransmission, long rtoNanos) implements TcpRecord {

    @Override
    public String kind() {
        return "syn-retransmitted";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.number("retransmission", retransmission);
        fields.nanos("rto", rtoNanos);
    }

    @Override
    public String describe() {
        return connection + ": SYN retransmitted, number " + retransmission;
    }
}
