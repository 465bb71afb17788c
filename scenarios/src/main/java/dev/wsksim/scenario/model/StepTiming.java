package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;

/** When a step is begun. */
public sealed interface StepTiming {
    /** As soon as the step before it is done. */
    record Next() implements StepTiming {}

    /**
     * At an instant.
     *
     * @param instant the instant
     */
    record At(SimTime instant) implements StepTiming {}

    /**
     * Some time after the instant of the step before it.
     *
     * @param delay the time in between
     */
    record After(SimDuration delay) implements StepTiming {}

    /** As soon as the step before it is done. */
    StepTiming NEXT = new Next();
}
