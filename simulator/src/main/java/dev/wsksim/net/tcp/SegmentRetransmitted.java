package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A SYN+ACK or FIN was not acknowledged in time and is sent again.
 *
 * @param connection which end of which connection
 * @param flags the control bits of the segment
 * @param retransmission which retransmission this is, from 1
 */
public record SegmentRetransmitted(ConnectionName connection, String flags, int retransmission) implements TcpRecord {

    @Override
    public String kind() {
        return "segment-retransmitted";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("flags", flags);
        fields.number("retransmission", retransmission);
    }

    @Override
    public String describe() {
        return connection + ": " + flags + " retransmitted, number " + retransmission;
    }
}
