package dev.wsksim.scenario.run;

/** What a run comes to. */
public enum Verdict {
    /** Every expectation holds, no obligation was broken, nothing is left over. */
    PASSED("passed"),
    /** An expectation does not hold, an obligation was broken, or something is left over. */
    FAILED("failed"),
    /** The scenario needs something that is not simulated, or a limit was reached, or the run was interrupted. */
    INCONCLUSIVE("inconclusive"),
    /** The scenario says that it does not hold under the decisions that were forced, and was not played. */
    SKIPPED("skipped");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** Returns the verdict as reports spell it. */
    public String label() {
        return label;
    }
}
