package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/**
 * A packet that must have been sent.
 *
 * @param from the sending host
 * @param to the host it is sent to
 * @param pattern its kind
 * @param fields what its fields have to be
 * @param time when it is sent, counted from the packet before it in the list, for the first one from the start
 * @param position where it is written
 */
public record PacketExpectation(
        Reference from,
        Reference to,
        PacketPattern pattern,
        ImmutableList<FieldExpectation> fields,
        TimeExpectation time,
        SourcePosition position) {}
