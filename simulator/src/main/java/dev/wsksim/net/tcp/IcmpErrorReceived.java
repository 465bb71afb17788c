package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * An ICMP error about a segment of a connection came.
 *
 * @param connection which end of which connection
 * @param meaning what it says, for example {@code host unreachable}
 * @param heeded whether it has an effect: it fails the connect, or makes segments smaller; if not, it is ignored
 */
public record IcmpErrorReceived(ConnectionName connection, String meaning, boolean heeded) implements TcpRecord {

    @Override
    public String kind() {
        return "icmp-error-received";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("meaning", meaning);
        fields.flag("heeded", heeded);
    }

    @Override
    public String describe() {
        return connection + ": " + meaning + (heeded ? ", heeded" : ", ignored");
    }
}
