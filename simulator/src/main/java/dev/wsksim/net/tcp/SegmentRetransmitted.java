package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A segment is sent again; SYNs of active opens have records of their own.
 *
 * @param connection which end of which connection
 * @param flags the control bits of the segment
 * @param sequence its first sequence number
 * @param length how many bytes of data it carries
 * @param reason why it is sent again
 * @param timeouts how many time-outs in a row have led to this, 0 where none has
 */
public record SegmentRetransmitted(
        ConnectionName connection, String flags, int sequence, int length, RetransmissionReason reason, int timeouts)
        implements TcpRecord {

    @Override
    public String kind() {
        return "segment-retransmitted";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("flags", flags);
        fields.number("seq", Integer.toUnsignedLong(sequence));
        fields.number("length", length);
        fields.text("reason", reason.toString());
        fields.number("timeouts", timeouts);
    }

    @Override
    public String describe() {
        return connection + ": " + flags + " seq " + Integer.toUnsignedString(sequence)
                + (length > 0 ? " length " + length : "") + " retransmitted, " + reason
                + (timeouts > 0 ? " number " + timeouts : "");
    }
}
