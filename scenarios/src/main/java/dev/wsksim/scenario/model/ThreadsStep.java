package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Threads of the driver that take steps of their own side by side; over when the last one is.
 *
 * @param id the step's own name
 * @param timing when they begin, all at the same instant and in this order
 * @param lanes what each of them does
 * @param position where it is written
 */
public record ThreadsStep(Optional<Reference> id, StepTiming timing, ImmutableList<Lane> lanes, SourcePosition position)
        implements Step {
    /**
     * What one thread does.
     *
     * @param thread the thread, which makes the calls of the steps
     * @param steps its steps, in order
     */
    public record Lane(Reference thread, ImmutableList<Step> steps) {}

    @Override
    public ImmutableList<Step> inner() {
        return lanes.stream().flatMap(lane -> lane.steps().stream()).collect(ImmutableList.toImmutableList());
    }

    @Override
    public boolean needsDriver() {
        return true;
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.threads(this);
    }
}
