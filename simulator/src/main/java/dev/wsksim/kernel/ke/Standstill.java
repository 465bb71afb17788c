package dev.wsksim.kernel.ke;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import java.util.function.BooleanSupplier;

/**
 * How Java code that calls a blocking routine stands still until the routine may return.
 *
 * <p>The simulator has no threads: by itself it runs the loop inside the call. Who gives each body of a driver thread a
 * stack of its own puts another way in its place.
 */
@FunctionalInterface
public interface Standstill {

    /** Runs the simulation inside the call that blocks; of two such calls the inner one holds the outer one up. */
    Standstill NESTED = SimulationLoop::runUntil;

    /**
     * Comes back when a condition holds, which events make true, or when it never will.
     *
     * @return {@link LoopOutcome#REACHED} only where the condition holds
     */
    LoopOutcome until(SimulationLoop loop, BooleanSupplier over);

    /**
     * Comes back when a condition holds, or when nothing is left that could happen: for those who can go on without.
     *
     * @return {@link LoopOutcome#REACHED} only where the condition holds
     */
    default LoopOutcome untilOrIdle(SimulationLoop loop, BooleanSupplier over) {
        return until(loop, over);
    }
}
