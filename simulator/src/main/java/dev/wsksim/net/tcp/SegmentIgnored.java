package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A segment, or a part of it, has no effect on a connection.
 *
 * @param connection which end of which connection
 * @param reason what has no effect and why
 */
public record SegmentIgnored(ConnectionName connection, String reason) implements TcpRecord {

    @Override
    public String kind() {
        return "segment-ignored";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("reason", reason);
    }

    @Override
    public String describe() {
        return connection + ": " + reason;
    }
}
