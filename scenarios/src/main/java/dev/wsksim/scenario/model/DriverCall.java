package dev.wsksim.scenario.model;

import java.util.Optional;

/** A routine that the driver calls: in a step of its own, or inside a callback or a completion routine. */
public sealed interface DriverCall extends Step permits CallStep, KernelStep {
    /** Returns the thread that calls; absent: the driver's own, or inside a callback the one that runs it. */
    Optional<Reference> thread();

    /** Returns this call made by a thread. */
    DriverCall onThread(Reference caller);

    @Override
    default boolean needsDriver() {
        return true;
    }
}
