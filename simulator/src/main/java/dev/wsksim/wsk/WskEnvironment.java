package dev.wsksim.wsk;

import dev.wsksim.engine.Decisions;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
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
 * @param release the Windows that the host runs, which decides what its WSK has
 * @param faults the calls that were ordered to fail
 */
public record WskEnvironment(
        SimulationLoop loop,
        Trace trace,
        Decisions decisions,
        Processor processor,
        IoManager ioManager,
        Host host,
        WindowsRelease release,
        WskFaults faults) {

    /** Tells whether the WSK of this Windows has what exists since a release. */
    public boolean has(WindowsRelease since) {
        return release.has(since);
    }

    /**
     * Stops the run where the provider's table has no such member. The table of an older Windows is shorter; a driver
     * that was built for a newer one reads the pointer from the memory behind it and calls that, which ends in a
     * simulated bug check (assumption, OQ-5: no page says what comes of it, or maps NPI versions to releases).
     */
    public void requireMember(WskFunction function) {
        if (function.since() != WindowsRelease.WINDOWS_VISTA && !has(function.since())) {
            throw new SimulatedBugCheck(
                    BugCheck.KMODE_EXCEPTION_NOT_HANDLED,
                    "",
                    function + " is a member of the provider's table from " + function.since() + " on; under " + release
                            + " the table ends before it, and the driver called what lies behind",
                    function.page());
        }
    }

    /** Refuses a call on a host that has crashed: no driver runs there to make it. */
    public void requireRunning(WskFunction function) {
        if (!host.isRunning()) {
            throw new NotSimulatedException(function + " on " + host + ", which has crashed,");
        }
    }
}
