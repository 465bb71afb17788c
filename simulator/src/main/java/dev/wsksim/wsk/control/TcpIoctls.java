package dev.wsksim.wsk.control;

import static dev.wsksim.wsk.socket.SocketCategory.CONNECTION;
import static dev.wsksim.wsk.socket.SocketCategory.LISTEN;
import static dev.wsksim.wsk.socket.SocketCategory.STREAM;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.socket.TcpSettings;
import java.util.OptionalInt;

/**
 * The IOCTLs of TCP that WSK hands down. Sources: sio-tcp-initial-rto and sio-keepalive-vals of the Win32 pages,
 * sio-loopback-fast-path and the sio-…-wfp-connection-redirect pages.
 */
final class TcpIoctls {

    static final ImmutableList<SocketOperation> ALL = ImmutableList.of(
            SocketOperation.of("SIO_TCP_INITIAL_RTO", 0)
                    .on(CONNECTION, STREAM)
                    .when(When.BEFORE_CONNECT)
                    .control(Shape.INITIAL_RTO, Shape.NOTHING, TcpIoctls::setInitialRto),
            SocketOperation.of("SIO_KEEPALIVE_VALS", 0)
                    .on(LISTEN, CONNECTION, STREAM)
                    .control(Shape.KEEPALIVE_VALS, Shape.NOTHING, TcpIoctls::setKeepAlive),
            SocketOperation.of("SIO_LOOPBACK_FAST_PATH", 0)
                    .on(LISTEN, CONNECTION, STREAM)
                    .when(When.BEFORE_CONNECT)
                    .atPassiveLevel()
                    .control(
                            Shape.BOOLEAN,
                            Shape.NOTHING,
                            control -> ControlOutcome.done("loopback takes no time here, on whichever path")),
            SocketOperation.of("SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT", 0)
                    .on(CONNECTION, STREAM)
                    .when(When.CONNECTED)
                    .atPassiveLevel()
                    .control(Shape.NOTHING, Shape.BYTES, TcpIoctls::notRedirected),
            SocketOperation.of("SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS", 0)
                    .on(CONNECTION, STREAM)
                    .when(When.CONNECTED)
                    .atPassiveLevel()
                    .control(Shape.NOTHING, Shape.BYTES, TcpIoctls::notRedirected));

    private TcpIoctls() {}

    /** Nothing on a simulated host redirects connections. */
    private static ControlOutcome notRedirected(SocketControl control) {
        return ControlOutcome.of(NtStatus.STATUS_NOT_FOUND, "the connection was not redirected");
    }

    /**
     * No retransmission at all is understood from Windows 10 1709 on; before, the least is one, and more than the host's
     * usual number is taken as it is (assumption).
     */
    private static ControlOutcome setInitialRto(SocketControl control) {
        if (!(control.input() instanceof TcpInitialRtoParameters wanted)) {
            throw new AssertionError("InputBuffer was judged before");
        }
        if (wanted.rtt() < 0 || wanted.rtt() > 0xFFFF || wanted.maxSynRetransmissions() > 0xFF) {
            return ControlOutcome.invalid("Rtt is a USHORT, MaxSynRetransmissions a UCHAR");
        }
        boolean none = wanted.maxSynRetransmissions() == TcpInitialRtoParameters.NO_RETRANSMISSIONS;
        boolean understood = control.environment().has(WindowsRelease.WINDOWS_10_1709);
        control.socket().changeTcp(settings -> {
            if (wanted.rtt() != TcpInitialRtoParameters.UNSPECIFIED_RTT) {
                settings.setInitialRto(wanted.rtt() == 0 ? null : SimDuration.ofMillis(wanted.rtt()));
            }
            if (none) {
                settings.setSynRetransmissions(OptionalInt.of(understood ? 0 : 1));
            } else if (wanted.maxSynRetransmissions() != TcpInitialRtoParameters.UNSPECIFIED_RETRANSMISSIONS) {
                int most = wanted.maxSynRetransmissions();
                settings.setSynRetransmissions(most == 0 ? OptionalInt.empty() : OptionalInt.of(most));
            }
        });
        return ControlOutcome.done("set to " + wanted);
    }

    private static ControlOutcome setKeepAlive(SocketControl control) {
        if (!(control.input() instanceof TcpKeepaliveVals wanted)) {
            throw new AssertionError("InputBuffer was judged before");
        }
        boolean on = wanted.onOff() != 0;
        if (on && (wanted.keepAliveTime() < 1 || wanted.keepAliveInterval() < 1)) {
            return ControlOutcome.invalid("the times of a keep-alive are at least 1 ms");
        }
        control.socket().changeTcp(settings -> {
            settings.setKeepAlive(on);
            if (on) {
                setTimes(settings, wanted);
            }
        });
        return ControlOutcome.done("set to " + wanted);
    }

    private static void setTimes(TcpSettings settings, TcpKeepaliveVals wanted) {
        settings.setKeepIdle(SimDuration.ofMillis(wanted.keepAliveTime()));
        settings.setKeepInterval(SimDuration.ofMillis(wanted.keepAliveInterval()));
    }
}
