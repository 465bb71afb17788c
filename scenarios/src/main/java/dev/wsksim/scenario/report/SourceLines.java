package dev.wsksim.scenario.report;

import dev.wsksim.scenario.model.SourcePosition;

/** Finds again the line of a scenario that a finding is about. */
@FunctionalInterface
public interface SourceLines {
    /** Knows no lines: findings are shown with their place only. */
    SourceLines NONE = position -> "";

    /** Returns the line at a place; empty when it is not known (any more). */
    String line(SourcePosition position);
}
