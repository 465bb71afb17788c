package dev.wsksim.net.icmp;

import dev.wsksim.engine.Event;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpErrorKind;
import org.jspecify.annotations.Nullable;

/** One echo request and what came of it; as an event it is its own time-out. */
public final class Ping implements Event {

    long timer;

    private final EchoStack stack;
    private final IpAddress remote;
    private final int sequence;
    private final ByteSlice data;
    private final long sentNanos;
    private final PingUser user;
    private @Nullable PingOutcome outcome;
    private @Nullable IpAddress answeredBy;
    private @Nullable IcmpErrorKind error;
    private long roundTripNanos;

    Ping(EchoStack stack, IpAddress remote, int sequence, ByteSlice data, long sentNanos, PingUser user) {
        this.stack = stack;
        this.remote = remote;
        this.sequence = sequence;
        this.data = data;
        this.sentNanos = sentNanos;
        this.user = user;
    }

    /** Returns whom it asks. */
    public IpAddress remote() {
        return remote;
    }

    /** Returns its sequence number. */
    public int sequence() {
        return sequence;
    }

    /** Returns what came of it; null as long as nothing did. */
    public @Nullable PingOutcome outcome() {
        return outcome;
    }

    /** Returns who sent the reply; null without one. */
    public @Nullable IpAddress answeredBy() {
        return answeredBy;
    }

    /** Returns what the ICMP error says; null without one. */
    public @Nullable IcmpErrorKind error() {
        return error;
    }

    /** Returns the time from the request to its end, in nanoseconds. */
    public long roundTripNanos() {
        return roundTripNanos;
    }

    /** A reply brings back the identifier, the sequence number and the data (RFC 792, RFC 4443 section 4.2). */
    boolean isAnsweredBy(IcmpEcho reply) {
        return isRequest(reply) && reply.data().equals(data);
    }

    /** An ICMP error may have cut the data off. */
    boolean isRequest(IcmpEcho request) {
        return request.family() == remote.family() && request.sequence() == sequence;
    }

    void setError(IcmpErrorKind kind) {
        error = kind;
    }

    void end(PingOutcome newOutcome, @Nullable IpAddress from, long nowNanos) {
        outcome = newOutcome;
        answeredBy = from;
        roundTripNanos = nowNanos - sentNanos;
        user.ended(this, newOutcome);
    }

    @Override
    public void fire() {
        stack.timedOut(this);
    }
}
