package dev.wsksim.scenario.report;

import dev.wsksim.scenario.run.Verdict;

/** What became of a scenario that was asked for: the verdict of its run, or why there is none. */
public enum CaseVerdict {
    /** It was played, and every expectation holds. */
    PASSED("passed"),
    /** It was played, and something is not as expected. */
    FAILED("failed"),
    /** It was played, and needs something that is not simulated, or reached a limit. */
    INCONCLUSIVE("inconclusive"),
    /** It says that it does not hold under the decisions that were forced, and was not played. */
    SKIPPED("skipped"),
    /** A fault of wsksim itself ended it. */
    FAULT("fault"),
    /** It was not begun, since the run ended before. */
    NOT_RUN("not run");

    private final String label;

    CaseVerdict(String label) {
        this.label = label;
    }

    /** Returns what the verdict of a run is here. */
    static CaseVerdict of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case SKIPPED -> SKIPPED;
        };
    }

    /** Tells whether nothing was played, and nothing is wrong: it was skipped, or not begun. */
    boolean isUnplayed() {
        return this == SKIPPED || this == NOT_RUN;
    }

    /** Tells whether nobody has to look at the scenario: it passed, or was skipped because it says so. */
    public boolean isFine() {
        return this == PASSED || this == SKIPPED;
    }

    /** Returns the verdict as reports spell it. */
    public String label() {
        return label;
    }
}
