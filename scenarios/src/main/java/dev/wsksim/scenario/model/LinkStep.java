package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * Something happens to one direction of a link.
 *
 * @param id the step's own name
 * @param timing when
 * @param from the sending host
 * @param to the receiving host
 * @param change what happens to the direction
 * @param position where it is written
 */
public record LinkStep(
        Optional<Reference> id,
        StepTiming timing,
        Reference from,
        Reference to,
        LinkChange change,
        SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.link(this);
    }
}
