package dev.wsksim.scenario.run;

import java.util.List;

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

    /** Returns what the findings of a run that was played come to. */
    static Verdict of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return PASSED;
        }
        boolean open = findings.stream().allMatch(finding -> finding.kind().isInconclusive());
        return open ? INCONCLUSIVE : FAILED;
    }

    /** Returns the verdict as reports spell it. */
    public String label() {
        return label;
    }
}
