package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A SYN was answered by RST and is sent again, as Windows does (KB175523).
 *
 * @param connection which end of which connection
 * @param retransmission which retransmission this is, from 1
 */
public record SynResentAfterRst(ConnectionName connection, int retransmission) implements TcpRecord {

    @Override
    public String kind() {
        return "syn-resent-after-rst";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.number("retransmission", retransmission);
    }

    @Override
    public String describe() {
        return connection + ": SYN retransmitted after RST, number " + retransmission;
    }
}
