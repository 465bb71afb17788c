package dev.wsksim.cli;

import dev.wsksim.scenario.run.RunOptions.DecisionMode;

/** Who answers decisions; the names are what {@code --decisions} takes. */
enum DecisionSource {
    typical(DecisionMode.TYPICAL),
    seeded(DecisionMode.SEEDED),
    inline(DecisionMode.INLINE),
    pended(DecisionMode.PENDED),
    dispatch(DecisionMode.DISPATCH);

    private final DecisionMode mode;

    DecisionSource(DecisionMode mode) {
        this.mode = mode;
    }

    DecisionMode mode() {
        return mode;
    }
}
