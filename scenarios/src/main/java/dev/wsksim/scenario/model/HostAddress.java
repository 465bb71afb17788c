package dev.wsksim.scenario.model;

import java.net.InetAddress;
import java.util.OptionalInt;

/**
 * An address of a host.
 *
 * @param address the address
 * @param prefixLength the length of the on-link prefix, when written
 * @param position where it is written
 */
public record HostAddress(InetAddress address, OptionalInt prefixLength, SourcePosition position) {}
