package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * Packets of one kind that a link loses.
 *
 * @param pattern the kind
 * @param ordinals which packets of the kind, counted from 1
 * @param position where it is written
 */
public record DropMatching(PacketPattern pattern, ImmutableList<Integer> ordinals, SourcePosition position) {}
