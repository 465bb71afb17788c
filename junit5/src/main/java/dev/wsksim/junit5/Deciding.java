package dev.wsksim.junit5;

import dev.wsksim.scenario.run.RunOptions.DecisionMode;

/** Who answers what the documentation of WSK leaves open. */
public enum Deciding {
    /** As Windows typically behaves. */
    TYPICAL(DecisionMode.TYPICAL),
    /** Drawn from the seed. */
    SEEDED(DecisionMode.SEEDED),
    /**
     * Every IRP is completed before its call returns, where something can bring its outcome about and the call is the test's own, at or below
     * APC_LEVEL; virtual time passes inside the call.
     */
    INLINE(DecisionMode.INLINE),
    /** Every IRP is completed later, at PASSIVE_LEVEL. */
    PENDED(DecisionMode.PENDED),
    /** Every IRP is completed later, at DISPATCH_LEVEL. */
    DISPATCH(DecisionMode.DISPATCH);

    private final DecisionMode mode;

    Deciding(DecisionMode mode) {
        this.mode = mode;
    }

    DecisionMode mode() {
        return mode;
    }
}
