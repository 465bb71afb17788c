package dev.wsksim.net.tcp;

import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.trace.Trace;

/**
 * What ICMP errors do to a connection (RFC 9293 section 3.9.2.2).
 *
 * <p>Only an error that quotes what is outstanding counts, since anybody can send others (RFC 5927 section 4). Packet too
 * big makes segments smaller, and what is outstanding goes again in the new size without a change of the congestion window
 * (RFC 1191 section 6.4, RFC 8201 section 5.4). Any other fails an active open when asked to
 * (TCP_FAIL_CONNECT_ON_ICMP_ERROR); a connection that is further on ignores it, as Windows takes even hard errors for soft
 * ones (RFC 5927 section 5.2; assumption for Windows).
 */
final class IcmpReaction {

    private final Trace trace;
    private final TcpOutput output;
    private final TcpLifecycle lifecycle;
    private final LossRecovery recovery;
    private final TcpSender sender;

    IcmpReaction(Trace trace, TcpOutput output, TcpLifecycle lifecycle, LossRecovery recovery, TcpSender sender) {
        this.trace = trace;
        this.output = output;
        this.lifecycle = lifecycle;
        this.recovery = recovery;
        this.sender = sender;
    }

    /** An error about a segment of a connection came. */
    void errorArrived(TcpConnection connection, TcpSegment quoted, IcmpError error) {
        boolean outstanding = SequenceNumbers.lessOrEqual(connection.sndUna, quoted.sequence())
                && SequenceNumbers.less(quoted.sequence(), connection.sndNxt);
        if (error.kind() == IcmpErrorKind.PACKET_TOO_BIG) {
            report(connection, error, outstanding && shrink(connection));
            return;
        }
        boolean heeded =
                connection.state == TcpState.SYN_SENT && outstanding && connection.parameters.failConnectOnIcmpError();
        report(connection, error, heeded);
        if (heeded) {
            lifecycle.failConnect(connection, ConnectFailure.HOST_UNREACHABLE);
        }
    }

    private void report(TcpConnection connection, IcmpError error, boolean heeded) {
        if (trace.isActive()) {
            trace.emit(new IcmpErrorReceived(connection.name(), error.meaning(), heeded));
        }
    }

    /** The host has learned the path MTU from the error before, and not believed everything. */
    private boolean shrink(TcpConnection connection) {
        SendState send = connection.send;
        int mss = output.sendMss(connection);
        if (send == null || send.mss <= mss) {
            return false;
        }
        send.mss = mss;
        recovery.startOver(connection, send, RetransmissionReason.PATH_MTU);
        sender.transmit(connection);
        return true;
    }
}
