package dev.wsksim.scenario.run;

/** The kinds of things a run can find; stable names for machine-readable results. */
public enum FindingKind {
    /** A function returned another status than expected. */
    RETURN("return"),
    /** An IRP completed otherwise than expected, too early, too late, too often or not at all. */
    COMPLETION("completion"),
    /** A value that a function handed back is not the expected one. */
    OUTPUT("output"),
    /** A step itself did not go as expected: an await that timed out, a cancel with another result. */
    STEP("step"),
    /** An end of a connection did not play along with the script of the other end. */
    CONVERSATION("conversation"),
    /** A connection came to another end than expected. */
    CONNECTION("connection"),
    /** The packets on the links are not the expected ones. */
    PACKETS("packets"),
    /** The calls of event callbacks are not the expected ones. */
    CALLBACKS("callbacks"),
    /** A socket is not in the expected state at the end. */
    FINAL_STATE("final-state"),
    /** Something expected to be reached was not. */
    REACHED("reached"),
    /** The driver broke an obligation that was not expected to be broken, or did not break one that was. */
    VIOLATION("violation"),
    /** Something was left over at the end that was not expected, or was expected and not left. */
    LEFT_OVER("left-over"),
    /** Windows would have stopped with a bug check, or would not have where one was expected. */
    BUG_CHECK("bug-check"),
    /** Nothing could happen any more, and somebody waited. */
    STALL("stall"),
    /** Something that the scenario needs is not simulated. */
    NOT_SIMULATED("not-simulated"),
    /** A named limit was reached. */
    LIMIT("limit"),
    /** A scripted or replayed decision does not fit the run. */
    DECISION("decision"),
    /** Fewer calls failed than a fault orders. */
    FAULT("fault"),
    /** An argument of the scenario turned out to be wrong when the step was taken. */
    ARGUMENT("argument");

    private final String label;

    FindingKind(String label) {
        this.label = label;
    }

    /** Returns the stable name. */
    public String label() {
        return label;
    }

    /** Tells whether such a finding leaves open what Windows would do. */
    public boolean isInconclusive() {
        return this == NOT_SIMULATED || this == LIMIT;
    }
}
