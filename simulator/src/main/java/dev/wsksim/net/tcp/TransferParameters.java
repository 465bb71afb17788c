package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimDuration;
import java.util.function.Consumer;

/**
 * The constants of one host's TCP that matter once data flows, with presets for Windows generations.
 *
 * <p>Sources by short name. <em>Get-NetTCPSetting</em>: its documentation and published outputs of the template Internet.
 * <em>registry reference</em>: the TCP/IP registry values of Windows 2000 and Server 2003. <em>KB2472264</em>: the tunable
 * initial congestion window of Windows 7. <em>SIO_KEEPALIVE_VALS</em>: the Win32 page of that control code.
 *
 * @param congestion the congestion control: NewReno up to Windows 7, CUBIC since Windows 10 version 1709
 *     (Get-NetTCPSetting, CongestionProvider)
 * @param initialWindowSegments how many segments may be sent before the first acknowledgment: 2 on Windows 7 (KB2472264),
 *     10 now (Get-NetTCPSetting, RFC 6928)
 * @param sack whether selective acknowledgment is offered and used (RFC 2018): it is (registry reference, SackOpts)
 * @param timestamps whether timestamps are offered and used (RFC 7323): they are not (Get-NetTCPSetting, Timestamps
 *     Disabled)
 * @param nagle whether small segments wait for the acknowledgment of earlier ones (RFC 9293 section 3.7.4) unless the
 *     connection says otherwise: they do
 * @param delayedAckNanos how long an acknowledgment may wait for company: 200 ms on Windows 7 (registry reference,
 *     TcpDelAckTicks), 40 ms now (Get-NetTCPSetting, DelayedAckTimeout)
 * @param delayedAckSegments how many segments make an acknowledgment due at once: 2 (Get-NetTCPSetting,
 *     DelayedAckFrequency)
 * @param sendBuffer how many bytes the user may queue at least; a connection with more than half of that in flight takes
 *     twice its window (assumption, after the ideal send backlog of WSK)
 * @param receiveBufferLimit how far the receive window may grow, in bytes: 16,776,960, what 65,535 with a shift count of 8
 *     can say (Get-NetTCPSetting, AutoTuningLevelLocal Normal)
 * @param keepAlive when and how often an idle connection is probed, for connections that ask for it: after 2 h, every
 *     second, 10 times (SIO_KEEPALIVE_VALS)
 * @param ignoreRstInTimeWait whether TIME-WAIT survives a RST (RFC 1337): it does not (assumption)
 */
public record TransferParameters(
        CongestionAlgorithm congestion,
        int initialWindowSegments,
        boolean sack,
        boolean timestamps,
        boolean nagle,
        long delayedAckNanos,
        int delayedAckSegments,
        int sendBuffer,
        int receiveBufferLimit,
        KeepAlive keepAlive,
        boolean ignoreRstInTimeWait) {

    private static final long MILLISECOND = 1_000_000;
    private static final int MOST_SEGMENTS = 65_535;
    private static final int USUAL_SEND_BUFFER = 65_536;
    private static final int LARGEST_SCALED_WINDOW = 65_535 << 8;

    /** As up to Windows 7. */
    public static final TransferParameters WINDOWS_7 = preset(CongestionAlgorithm.NEW_RENO, 2, 200 * MILLISECOND);

    /** As since Windows 10. */
    public static final TransferParameters WINDOWS_10 = preset(CongestionAlgorithm.CUBIC, 10, 40 * MILLISECOND);

    public TransferParameters {
        if (initialWindowSegments < 1 || initialWindowSegments > MOST_SEGMENTS || delayedAckSegments < 1) {
            throw new IllegalArgumentException("a number of segments is from 1 to " + MOST_SEGMENTS);
        }
        if (delayedAckNanos < 0) {
            throw new IllegalArgumentException("a duration is not negative");
        }
        if (sendBuffer < 1 || receiveBufferLimit < 1 || receiveBufferLimit > SendState.LARGEST_WINDOW) {
            throw new IllegalArgumentException("a buffer has from 1 to " + SendState.LARGEST_WINDOW + " bytes");
        }
    }

    private static TransferParameters preset(CongestionAlgorithm congestion, int initialWindow, long delayedAckNanos) {
        return new TransferParameters(
                congestion,
                initialWindow,
                true,
                false,
                true,
                delayedAckNanos,
                2,
                USUAL_SEND_BUFFER,
                LARGEST_SCALED_WINDOW,
                KeepAlive.WINDOWS,
                false);
    }

    /** Returns these parameters with another congestion control. */
    public TransferParameters withCongestion(CongestionAlgorithm other) {
        return with(draft -> draft.congestion = other);
    }

    /** Returns these parameters with another initial congestion window. */
    public TransferParameters withInitialWindowSegments(int segments) {
        return with(draft -> draft.initialWindowSegments = segments);
    }

    /** Returns these parameters with selective acknowledgment or without. */
    public TransferParameters withSack(boolean offered) {
        return with(draft -> draft.sack = offered);
    }

    /** Returns these parameters with timestamps or without. */
    public TransferParameters withTimestamps(boolean offered) {
        return with(draft -> draft.timestamps = offered);
    }

    /** Returns these parameters with the Nagle algorithm or without. */
    public TransferParameters withNagle(boolean on) {
        return with(draft -> draft.nagle = on);
    }

    /** Returns these parameters with other delays of acknowledgments. */
    public TransferParameters withDelayedAck(SimDuration delay, int segments) {
        return with(draft -> {
            draft.delayedAckNanos = delay.nanos();
            draft.delayedAckSegments = segments;
        });
    }

    /** Returns these parameters with other buffers. */
    public TransferParameters withBuffers(int newSendBuffer, int newReceiveBufferLimit) {
        return with(draft -> {
            draft.sendBuffer = newSendBuffer;
            draft.receiveBufferLimit = newReceiveBufferLimit;
        });
    }

    /** Returns these parameters with another keep-alive. */
    public TransferParameters withKeepAlive(KeepAlive newKeepAlive) {
        return with(draft -> draft.keepAlive = newKeepAlive);
    }

    /** Returns these parameters with TIME-WAIT surviving a RST, or not. */
    public TransferParameters withIgnoreRstInTimeWait(boolean ignore) {
        return with(draft -> draft.ignoreRstInTimeWait = ignore);
    }

    private TransferParameters with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** The same values, to be changed one by one. */
    private static final class Draft {
        private CongestionAlgorithm congestion;
        private int initialWindowSegments;
        private boolean sack;
        private boolean timestamps;
        private boolean nagle;
        private long delayedAckNanos;
        private int delayedAckSegments;
        private int sendBuffer;
        private int receiveBufferLimit;
        private KeepAlive keepAlive;
        private boolean ignoreRstInTimeWait;

        Draft(TransferParameters original) {
            congestion = original.congestion;
            initialWindowSegments = original.initialWindowSegments;
            sack = original.sack;
            timestamps = original.timestamps;
            nagle = original.nagle;
            delayedAckNanos = original.delayedAckNanos;
            delayedAckSegments = original.delayedAckSegments;
            sendBuffer = original.sendBuffer;
            receiveBufferLimit = original.receiveBufferLimit;
            keepAlive = original.keepAlive;
            ignoreRstInTimeWait = original.ignoreRstInTimeWait;
        }

        TransferParameters finished() {
            return new TransferParameters(
                    congestion,
                    initialWindowSegments,
                    sack,
                    timestamps,
                    nagle,
                    delayedAckNanos,
                    delayedAckSegments,
                    sendBuffer,
                    receiveBufferLimit,
                    keepAlive,
                    ignoreRstInTimeWait);
        }
    }
}
