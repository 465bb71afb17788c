package dev.wsksim.scenario.report;

/**
 * A document about a run for other programs. Scenarios are added in the order in which they were asked for; the text
 * depends on nothing but them.
 */
public interface RunDocument {
    /** Adds a scenario. The document keeps text, never the case: its trace may be large. */
    void add(ReportedCase reported);

    /** Takes the rule coverage of all scenarios, when it was counted; what has no place for it leaves it out. */
    default void add(RuleCoverage coverage) {}

    /** Returns the whole document, with a line feed at its end. */
    String text(boolean interrupted);
}
