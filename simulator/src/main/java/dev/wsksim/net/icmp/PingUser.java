package dev.wsksim.net.icmp;

/** Is told what came of an echo request. */
@FunctionalInterface
public interface PingUser {

    /** The request ended; the ping tells how. */
    void ended(Ping ping, PingOutcome outcome);
}
