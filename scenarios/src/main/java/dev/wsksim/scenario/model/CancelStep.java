package dev.wsksim.scenario.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The driver calls IoCancelIrp for the IRP of a call.
 *
 * @param id the step's own name
 * @param timing when
 * @param call the call
 * @param irql the IRQL at which IoCancelIrp is called; absent: PASSIVE_LEVEL
 * @param returns what IoCancelIrp must return; absent: not checked
 * @param position where it is written
 */
public record CancelStep(
        Optional<Reference> id,
        StepTiming timing,
        Reference call,
        OptionalInt irql,
        Optional<Boolean> returns,
        SourcePosition position)
        implements Step {
    @Override
    public boolean needsDriver() {
        return true;
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.cancel(this);
    }
}
