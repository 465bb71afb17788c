package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.packet.TcpFlags;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;

/**
 * The timestamps option (RFC 7323 sections 3 to 5): round trips from echoes, and protection against wrapped sequence
 * numbers. The clock ticks every millisecond of virtual time and begins at 1.
 */
final class Timestamps {

    private static final long TICK_NANOS = 1_000_000;

    private final SimulationLoop loop;

    Timestamps(SimulationLoop loop) {
        this.loop = loop;
    }

    /** Returns TSval: the clock. */
    int now() {
        return (int) (loop.nowNanos() / TICK_NANOS) + 1;
    }

    /** The handshake tells whether both ends use timestamps, and TS.Recent. */
    void learn(TcpConnection connection, TcpOptions options) {
        connection.timestampsOn =
                options.timestamps() && connection.parameters.transfer().timestamps();
        connection.tsRecent = options.timestampValue();
    }

    /** Tells whether a segment lacks the option though both ends use it: it is dropped (RFC 7323 section 3.2). */
    static boolean isMissing(TcpConnection connection, TcpSegment segment) {
        return connection.timestampsOn
                && !segment.has(TcpFlags.RST)
                && !segment.options().timestamps();
    }

    /**
     * Judges the option of a segment before anything else (RFC 7323 section 5.3, R1): one with an older value than TS.Recent
     * is not acceptable. A RST is not judged.
     */
    static boolean isAcceptable(TcpConnection connection, TcpSegment segment) {
        return !connection.timestampsOn
                || segment.has(TcpFlags.RST)
                || !SequenceNumbers.less(segment.options().timestampValue(), connection.tsRecent);
    }

    /** An acceptable segment that begins at or before what was acknowledged last gives TS.Recent (section 4.3). */
    static void take(TcpConnection connection, TcpSegment segment) {
        TcpOptions options = segment.options();
        if (connection.timestampsOn
                && options.timestamps()
                && SequenceNumbers.lessOrEqual(segment.sequence(), connection.lastAckSent)) {
            connection.tsRecent = options.timestampValue();
        }
    }

    /** Returns the round trip that the echo in an acknowledgment of new data tells of, or -1 where there is none. */
    long roundTrip(TcpConnection connection, TcpSegment segment) {
        TcpOptions options = segment.options();
        if (!connection.timestampsOn || !options.timestamps() || options.timestampEcho() == 0) {
            return -1;
        }
        return (now() - options.timestampEcho()) * TICK_NANOS;
    }
}
