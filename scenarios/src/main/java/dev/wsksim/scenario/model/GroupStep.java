package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Steps that happen at one instant, in this order, with nothing else in between.
 *
 * @param id the step's own name
 * @param timing when
 * @param steps the steps; none of them has a time of its own or waits
 * @param position where it is written
 */
public record GroupStep(Optional<Reference> id, StepTiming timing, ImmutableList<Step> steps, SourcePosition position)
        implements Step {
    @Override
    public ImmutableList<Step> inner() {
        return steps;
    }

    @Override
    public boolean needsDriver() {
        return steps.stream().anyMatch(Step::needsDriver);
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.group(this);
    }
}
