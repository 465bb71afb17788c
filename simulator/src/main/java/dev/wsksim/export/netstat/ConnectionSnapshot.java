package dev.wsksim.export.netstat;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TimerState;
import java.util.Optional;

/**
 * One end of a TCP connection as it was at one instant. Sizes are in bytes, lengths of time in nanoseconds.
 *
 * @param number its number on its host, from 1 in the order of creation
 * @param local the local endpoint
 * @param remote the remote endpoint
 * @param state its state
 * @param receiveQueue what had come in order and was not read
 * @param sendQueue what was written and not acknowledged, sent or not
 * @param retransmissions how often in a row the oldest unacknowledged segment was sent again
 * @param timer what it waited for, if it waited
 * @param rtoNanos the retransmission time-out
 * @param srttNanos the smoothed round trip; 0 before the first measurement
 * @param sndWnd how much the remote end would take
 * @param rcvWnd how much it would take itself
 * @param cwnd the congestion window; 0 before the first data
 * @param ssthresh the slow start threshold; 0 before the first data
 */
public record ConnectionSnapshot(
        long number,
        Endpoint local,
        Endpoint remote,
        TcpState state,
        int receiveQueue,
        int sendQueue,
        int retransmissions,
        Optional<TimerState> timer,
        long rtoNanos,
        long srttNanos,
        int sndWnd,
        int rcvWnd,
        int cwnd,
        int ssthresh) {

    static ConnectionSnapshot of(TcpConnection connection) {
        return new ConnectionSnapshot(
                connection.number(),
                connection.local(),
                connection.remote(),
                connection.state(),
                connection.readable(),
                connection.queuedBytes(),
                connection.retransmissions(),
                connection.timerState(),
                connection.rtoNanos(),
                connection.srttNanos(),
                connection.sndWnd(),
                connection.rcvWnd(),
                connection.cwnd(),
                connection.ssthresh());
    }
}
