package dev.wsksim.scenario.model;

import java.util.OptionalInt;

/**
 * A scripted answer to a named decision point.
 *
 * @param at the decision point
 * @param choose the option
 * @param times how often it is chosen; absent: every time
 * @param position where it is written
 */
public record ScriptedDecision(String at, String choose, OptionalInt times, SourcePosition position) {}
