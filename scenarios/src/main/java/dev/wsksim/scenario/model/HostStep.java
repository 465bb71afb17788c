package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * A host crashes or starts again.
 *
 * @param id the step's own name
 * @param timing when
 * @param host the host
 * @param action what happens to it
 * @param position where it is written
 */
public record HostStep(
        Optional<Reference> id, StepTiming timing, Reference host, HostAction action, SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.host(this);
    }
}
