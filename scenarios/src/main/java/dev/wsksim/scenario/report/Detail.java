package dev.wsksim.scenario.report;

/** How much a text report says. */
public enum Detail {
    /** Only what did not pass. */
    QUIET,
    /** A line for each scenario, and the evidence for what did not pass. */
    NORMAL,
    /** Also where, how and with which digest each scenario was played. */
    VERBOSE
}
