package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * The driver calls IoFreeIrp for the IRP of a call.
 *
 * @param id the step's own name
 * @param timing when
 * @param call the call
 * @param position where it is written
 */
public record FreeIrpStep(Optional<Reference> id, StepTiming timing, Reference call, SourcePosition position)
        implements Step {
    @Override
    public boolean needsDriver() {
        return true;
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.freeIrp(this);
    }
}
