package dev.wsksim.wsk;

import dev.wsksim.engine.Decisions;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.io.IoManager;
import dev.wsksim.kernel.ke.Processor;
import dev.wsksim.net.host.Host;
import dev.wsksim.trace.Trace;

/**
 * The neighbours that every part of one host's WSK subsystem works with.
 *
 * @param loop virtual time
 * @param trace where things that happened are reported
 * @param decisions where choices that the documentation leaves open are asked for
 * @param processor the simulated processor, with its IRQL and current thread
 * @param ioManager the I/O manager, which completes IRPs
 * @param host the host's own network stack
 */
public record WskEnvironment(
        SimulationLoop loop, Trace trace, Decisions decisions, Processor processor, IoManager ioManager, Host host) {

    /** Refuses a call on a host that has crashed: no driver runs there to make it. */
    public void requireRunning(WskFunction function) {
        if (!host.isRunning()) {
            throw new NotSimulatedException(function + " on " + host + ", which has crashed,");
        }
    }
}
