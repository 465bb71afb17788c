package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * A named instant in the report and the trace.
 *
 * @param id the step's own name
 * @param timing when
 * @param name the name shown
 * @param position where it is written
 */
public record CheckpointStep(Optional<Reference> id, StepTiming timing, String name, SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.checkpoint(this);
    }
}
