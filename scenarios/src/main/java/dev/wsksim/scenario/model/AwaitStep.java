package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimDuration;
import java.util.Optional;

/**
 * The driver waits until the IRPs of all these calls have completed.
 *
 * @param id the step's own name
 * @param timing when the wait begins
 * @param calls the calls
 * @param within the longest wait; absent: as long as it takes
 * @param onTimeOut what comes when that time is up
 * @param position where it is written
 */
public record AwaitStep(
        Optional<Reference> id,
        StepTiming timing,
        ImmutableList<Reference> calls,
        Optional<SimDuration> within,
        WhenTimeIsUp onTimeOut,
        SourcePosition position)
        implements Step {
    @Override
    public boolean needsDriver() {
        return true;
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.await(this);
    }
}
