package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * An acknowledgment came that tells, once more, that something is missing (RFC 5681 section 2, RFC 6675 section 2).
 *
 * @param connection which end of which connection
 * @param acknowledgment what it acknowledges: SND.UNA
 * @param count how many have come in a row
 */
public record DuplicateAckArrived(ConnectionName connection, int acknowledgment, int count) implements TcpRecord {

    @Override
    public String kind() {
        return "duplicate-ack-arrived";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.number("ack", Integer.toUnsignedLong(acknowledgment));
        fields.number("count", count);
    }

    @Override
    public String describe() {
        return connection + ": duplicate ACK " + Integer.toUnsignedString(acknowledgment) + ", number " + count;
    }
}
