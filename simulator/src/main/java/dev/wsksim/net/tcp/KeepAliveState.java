package dev.wsksim.net.tcp;

/** What a connection with keep-alive keeps. */
final class KeepAliveState {

    final KeepAlive settings;
    /** How many probes in a row were not answered. */
    int probes;
    /** When something came last. */
    long lastArrivalNanos;

    KeepAliveState(KeepAlive settings, long nowNanos) {
        this.settings = settings;
        this.lastArrivalNanos = nowNanos;
    }

    /** Returns in how long the timer has to go off. */
    long delayNanos(long nowNanos) {
        return probes > 0 ? settings.intervalNanos() : Math.max(lastArrivalNanos + settings.idleNanos() - nowNanos, 0);
    }
}
