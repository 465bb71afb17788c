package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * An active open failed.
 *
 * @param connection which end of which connection
 * @param failure why
 */
public record ConnectFailed(ConnectionName connection, ConnectFailure failure) implements TcpRecord {

    @Override
    public String kind() {
        return "connect-failed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("failure", failure.name());
    }

    @Override
    public String describe() {
        return connection + ": connect failed, " + failure.sentence();
    }
}
