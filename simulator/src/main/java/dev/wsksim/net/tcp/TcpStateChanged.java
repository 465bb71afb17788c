package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A connection went from one state to another.
 *
 * @param connection which end of which connection
 * @param from the state before; CLOSED for a new connection
 * @param to the state from now on
 */
public record TcpStateChanged(ConnectionName connection, TcpState from, TcpState to) implements TcpRecord {

    @Override
    public String kind() {
        return "tcp-state-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("from", from.toString());
        fields.text("to", to.toString());
    }

    @Override
    public String describe() {
        return connection + ": " + from + " -> " + to;
    }
}
