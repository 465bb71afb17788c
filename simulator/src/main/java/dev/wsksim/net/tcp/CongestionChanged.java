package dev.wsksim.net.tcp;

import dev.wsksim.trace.FieldVisitor;

/**
 * A loss, or its repair, has changed the congestion window.
 *
 * @param connection which end of which connection
 * @param what {@code fast recovery} or {@code time-out} began, or all is {@code recovered}
 * @param cwnd the congestion window from now on, in bytes
 * @param ssthresh the slow start threshold from now on, in bytes
 */
public record CongestionChanged(ConnectionName connection, String what, int cwnd, int ssthresh) implements TcpRecord {

    @Override
    public String kind() {
        return "congestion-changed";
    }

    @Override
    public void visit(FieldVisitor fields) {
        connection.visit(fields);
        fields.text("what", what);
        fields.number("cwnd", cwnd);
        fields.number("ssthresh", ssthresh);
    }

    @Override
    public String describe() {
        return connection + ": " + what + ", cwnd " + cwnd + ", ssthresh " + ssthresh;
    }
}
