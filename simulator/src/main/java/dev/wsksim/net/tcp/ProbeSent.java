package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * The remote end is asked whether its window is still closed (RFC 9293 section 3.8.6.1), or whether it is still there
 * (section 3.8.4).
 *
 * @param connection which end of which connection
 * @param what {@code window probe} or {@code keep-alive}
 * @param number how many probes in a row this makes
 */
public record ProbeSent(ConnectionName connection, String what, int number) implements TcpRecord {

    @Override
    public String kind() {
        return "probe-sent";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("what", what);
        fields.number("number", number);
    }

    @Override
    public String describe() {
        return connection + ": " + what + " " + number;
    }
}
