package dev.wsksim.net.tcp;

import dev.wsksim.engine.SimDuration;

/**
 * When and how often an idle connection is probed (RFC 9293 section 3.8.4).
 *
 * @param idleNanos how long nothing came before the first probe
 * @param intervalNanos how long after an unanswered probe the next one is sent
 * @param probes how many unanswered probes end the connection
 */
public record KeepAlive(long idleNanos, long intervalNanos, int probes) {

    /** After two hours, every second, ten times (Win32 page SIO_KEEPALIVE_VALS). */
    public static final KeepAlive WINDOWS = of(SimDuration.ofSeconds(7200), SimDuration.ofSeconds(1), 10);

    public KeepAlive {
        if (idleNanos < 1 || intervalNanos < 1 || probes < 1) {
            throw new IllegalArgumentException("the times and the number of probes of a keep-alive are at least 1");
        }
    }

    /** Returns a keep-alive with these times and this number of probes. */
    public static KeepAlive of(SimDuration idle, SimDuration interval, int probes) {
        return new KeepAlive(idle.nanos(), interval.nanos(), probes);
    }
}
