package dev.wsksim.net.tcp;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.wsksim.engine.SimDuration;

/** Changes some of the constants of a host's TCP; all others stay as they are in the parameters that it begins with. */
public final class TcpParametersBuilder {

    private long initialRtoNanos;
    private long minRtoNanos;
    private long maxRtoNanos;
    private int synRetransmissions;
    private long connectCapNanos;
    private long rstRetryNanos;
    private int synAckRetransmissions;
    private int dataRetransmissions;
    private long timeWaitNanos;
    private long finWait2Nanos;
    private long challengeAckNanos;
    private boolean failConnectOnIcmpError;
    private int receiveWindow;
    private int windowScale;
    private TransferParameters transfer;

    /** Begins with these parameters. */
    public TcpParametersBuilder(TcpParameters parameters) {
        transfer = parameters.transfer();
        initialRtoNanos = parameters.initialRtoNanos();
        minRtoNanos = parameters.minRtoNanos();
        maxRtoNanos = parameters.maxRtoNanos();
        synRetransmissions = parameters.synRetransmissions();
        connectCapNanos = parameters.connectCapNanos();
        rstRetryNanos = parameters.rstRetryNanos();
        synAckRetransmissions = parameters.synAckRetransmissions();
        dataRetransmissions = parameters.dataRetransmissions();
        timeWaitNanos = parameters.timeWaitNanos();
        finWait2Nanos = parameters.finWait2Nanos();
        challengeAckNanos = parameters.challengeAckNanos();
        failConnectOnIcmpError = parameters.failConnectOnIcmpError();
        receiveWindow = parameters.receiveWindow();
        windowScale = parameters.windowScale();
    }

    /** Sets the retransmission time-out before the first measurement; raises the greatest time-out where that is less. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder initialRto(SimDuration value) {
        initialRtoNanos = value.nanos();
        maxRtoNanos = Math.max(maxRtoNanos, initialRtoNanos);
        return this;
    }

    /** Sets the least retransmission time-out once the round trip is known. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder minRto(SimDuration value) {
        minRtoNanos = value.nanos();
        return this;
    }

    /** Sets the greatest retransmission time-out. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder maxRto(SimDuration value) {
        maxRtoNanos = value.nanos();
        return this;
    }

    /** Sets how often a SYN is sent again at most; more than before lifts the cap of the active open, as {@link TcpParameters#withSynRetransmissions} does. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder synRetransmissions(int value) {
        if (value > synRetransmissions) {
            connectCapNanos = TcpParameters.NO_CAP;
        }
        synRetransmissions = value;
        return this;
    }

    /** Sets when an active open is given up whatever its retransmissions say. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder connectCap(SimDuration value) {
        connectCapNanos = value.nanos();
        return this;
    }

    /** Sets how long after a RST the SYN is sent again. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder rstRetry(SimDuration value) {
        rstRetryNanos = value.nanos();
        return this;
    }

    /** Sets how often a SYN+ACK is sent again at most. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder synAckRetransmissions(int value) {
        synAckRetransmissions = value;
        return this;
    }

    /** Sets how often anything else is sent again at most. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder dataRetransmissions(int value) {
        dataRetransmissions = value;
        return this;
    }

    /** Sets how long TIME-WAIT lasts; zero leaves it out. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder timeWait(SimDuration value) {
        timeWaitNanos = value.nanos();
        return this;
    }

    /** Sets how long FIN-WAIT-2 lasts at most. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder finWait2(SimDuration value) {
        finWait2Nanos = value.nanos();
        return this;
    }

    /** Sets the least time between two ACKs that answer mere unacceptable segments. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder challengeAck(SimDuration value) {
        challengeAckNanos = value.nanos();
        return this;
    }

    /** Sets whether an ICMP error fails an active open at once. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder failConnectOnIcmpError(boolean value) {
        failConnectOnIcmpError = value;
        return this;
    }

    /** Sets the receive window in bytes before data has come. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder receiveWindow(int value) {
        receiveWindow = value;
        return this;
    }

    /** Sets the shift count offered in a SYN, or {@link dev.wsksim.net.packet.TcpOptions#ABSENT}. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder windowScale(int value) {
        windowScale = value;
        return this;
    }

    /** Sets the congestion control. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder congestion(CongestionAlgorithm value) {
        transfer = transfer.withCongestion(value);
        return this;
    }

    /** Sets how many segments may be sent before the first acknowledgment. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder initialWindowSegments(int value) {
        transfer = transfer.withInitialWindowSegments(value);
        return this;
    }

    /** Sets whether selective acknowledgment is offered and used. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder sack(boolean value) {
        transfer = transfer.withSack(value);
        return this;
    }

    /** Sets whether timestamps are offered and used. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder timestamps(boolean value) {
        transfer = transfer.withTimestamps(value);
        return this;
    }

    /** Sets whether small segments wait for the acknowledgment of earlier ones. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder nagle(boolean value) {
        transfer = transfer.withNagle(value);
        return this;
    }

    /** Sets how long an acknowledgment may wait for company. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder delayedAck(SimDuration value) {
        transfer = transfer.withDelayedAck(value, transfer.delayedAckSegments());
        return this;
    }

    /** Sets how many segments make an acknowledgment due at once. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder delayedAckSegments(int value) {
        transfer = transfer.withDelayedAck(SimDuration.ofNanos(transfer.delayedAckNanos()), value);
        return this;
    }

    /** Sets how many bytes the user may queue at least. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder sendBuffer(int value) {
        transfer = transfer.withBuffers(value, transfer.receiveBufferLimit());
        return this;
    }

    /** Sets how far the receive window may grow, in bytes. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder receiveBufferLimit(int value) {
        transfer = transfer.withBuffers(transfer.sendBuffer(), value);
        return this;
    }

    /** Sets all that matters once data flows. */
    @CanIgnoreReturnValue
    public TcpParametersBuilder transfer(TransferParameters value) {
        transfer = value;
        return this;
    }

    /**
     * Returns the parameters.
     *
     * @throws IllegalArgumentException when they contradict each other
     */
    public TcpParameters build() {
        return new TcpParameters(
                initialRtoNanos,
                minRtoNanos,
                maxRtoNanos,
                synRetransmissions,
                connectCapNanos,
                rstRetryNanos,
                synAckRetransmissions,
                dataRetransmissions,
                timeWaitNanos,
                finWait2Nanos,
                challengeAckNanos,
                failConnectOnIcmpError,
                receiveWindow,
                windowScale,
                transfer);
    }
}
