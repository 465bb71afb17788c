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

    /** Tells whether somebody has to look at it: it was begun, and did not pass. */
    public boolean isBad() {
        return this == FAILED || this == INCONCLUSIVE || this == FAULT;
    }

    /** Returns the verdict as reports spell it. */
    public String label() {
        return label;
    }
}
