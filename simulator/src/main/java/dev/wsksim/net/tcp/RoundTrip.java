package dev.wsksim.net.tcp;

/**
 * Estimates the round trip of a connection and from it the retransmission time-out, as RFC 6298 section 2 says, with G = 0
 * since the virtual clock is exact, and with the bounds of {@link TcpParameters}.
 */
final class RoundTrip {

    private RoundTrip() {}

    /** Takes a measured round trip, which must not be that of a segment sent again (Karn's algorithm, section 3). */
    static void sample(TcpConnection connection, long measuredNanos) {
        if (connection.srttNanos == 0) {
            connection.srttNanos = Math.max(measuredNanos, 1);
            connection.rttvarNanos = measuredNanos / 2;
        } else {
            long deviation = Math.abs(connection.srttNanos - measuredNanos);
            connection.rttvarNanos += (deviation - connection.rttvarNanos) / 4;
            connection.srttNanos += (measuredNanos - connection.srttNanos) / 8;
        }
        TcpParameters parameters = connection.parameters;
        long rto = connection.srttNanos + 4 * connection.rttvarNanos;
        connection.rtoNanos = Math.min(Math.max(rto, parameters.minRtoNanos()), parameters.maxRtoNanos());
    }

    /** Doubles the time-out after it has passed (section 5.5). */
    static void backOff(TcpConnection connection) {
        connection.rtoNanos = Math.min(2 * connection.rtoNanos, connection.parameters.maxRtoNanos());
    }
}
