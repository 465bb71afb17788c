package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * All calls of the event callbacks of one socket that must have been seen, in this order.
 *
 * @param socket the socket
 * @param callbacks the calls; none: no callback may have been called
 */
public record SocketCallbacks(Reference socket, ImmutableList<CallbackExpectation> callbacks) {}
