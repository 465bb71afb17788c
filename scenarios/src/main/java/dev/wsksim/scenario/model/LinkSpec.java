package dev.wsksim.scenario.model;

import dev.wsksim.net.link.LinkConfiguration;

/**
 * The conditions of one direction between two hosts.
 *
 * @param from the sending host
 * @param to the receiving host
 * @param configuration what happens to packets on their way
 * @param position where it is written
 */
public record LinkSpec(Reference from, Reference to, LinkConfiguration configuration, SourcePosition position) {}
