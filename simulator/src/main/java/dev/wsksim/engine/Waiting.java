package dev.wsksim.engine;

/**
 * Somebody who waits for something; when nothing can happen any more, it tells in the stall report who waits for what.
 */
@FunctionalInterface
public interface Waiting {

    /** Says who waits, for what, in one line without a full stop. */
    String describe();
}
