package dev.wsksim.scenario.model;

import dev.wsksim.net.peer.Act;

/**
 * An act of a scripted conversation with its place.
 *
 * @param act the act
 * @param position where it is written
 */
public record PlacedAct(Act act, SourcePosition position) {}
