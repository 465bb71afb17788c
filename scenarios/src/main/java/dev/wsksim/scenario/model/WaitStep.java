package dev.wsksim.scenario.model;

import dev.wsksim.engine.SimDuration;
import java.util.Optional;

/**
 * Nothing is begun for a while.
 *
 * @param id the step's own name
 * @param timing when the pause begins
 * @param duration how long
 * @param position where it is written
 */
public record WaitStep(Optional<Reference> id, StepTiming timing, SimDuration duration, SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.wait(this);
    }
}
