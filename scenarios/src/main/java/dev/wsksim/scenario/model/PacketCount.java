package dev.wsksim.scenario.model;

/**
 * How many packets of a kind must have been sent in one direction.
 *
 * @param from the sending host
 * @param to the host they are sent to
 * @param pattern the kind
 * @param count exactly so many
 * @param position where it is written
 */
public record PacketCount(Reference from, Reference to, PacketPattern pattern, long count, SourcePosition position) {}
