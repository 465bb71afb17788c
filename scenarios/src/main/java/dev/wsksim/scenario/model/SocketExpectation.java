package dev.wsksim.scenario.model;

/**
 * The state of a socket at the end.
 *
 * @param socket the socket
 * @param state the state
 * @param position where it is written
 */
public record SocketExpectation(Reference socket, SocketState state, SourcePosition position) {}
