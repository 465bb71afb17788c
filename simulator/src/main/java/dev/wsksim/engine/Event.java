package dev.wsksim.engine;

/**
 * Something that happens at one instant of virtual time.
 *
 * <p>An event runs to its end before the next one starts. Objects that fire again and again (a retransmission timer, a
 * link's delivery) implement this interface themselves, so that arming them allocates nothing.
 */
@FunctionalInterface
public interface Event {

    /** Runs the event; the loop's clock shows the instant for which it was scheduled. */
    void fire();
}
