package dev.wsksim.scenario.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The driver calls a routine of the kernel's ke part: it raises or lowers the IRQL of a thread, or uses an event of its
 * own.
 *
 * @param id the step's own name
 * @param timing when
 * @param act what it calls, with the arguments
 * @param thread the thread that calls; absent: the driver's own
 * @param irql the IRQL at which the routine is called; absent: that of the thread
 * @param position where it is written
 */
public record KernelStep(
        Optional<Reference> id,
        StepTiming timing,
        KernelAct act,
        Optional<Reference> thread,
        OptionalInt irql,
        SourcePosition position)
        implements DriverCall {

    @Override
    public KernelStep onThread(Reference caller) {
        return new KernelStep(id, timing, act, Optional.of(caller), irql, position);
    }

    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.kernel(this);
    }
}
