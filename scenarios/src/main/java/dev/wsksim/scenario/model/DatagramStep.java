package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * A scripted end sends something that belongs to no connection, or joins or leaves a group.
 *
 * @param id the step's own name
 * @param timing when
 * @param act what it does
 * @param position where it is written
 */
public record DatagramStep(Optional<Reference> id, StepTiming timing, DatagramAct act, SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.datagram(this);
    }
}
