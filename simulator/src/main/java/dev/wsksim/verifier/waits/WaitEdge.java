package dev.wsksim.verifier.waits;

/**
 * One node waits for another.
 *
 * @param waiter the id of the node that waits
 * @param awaited the id of the node that it waits for
 */
public record WaitEdge(String waiter, String awaited) {}
