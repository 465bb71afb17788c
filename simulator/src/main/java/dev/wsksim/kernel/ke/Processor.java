package dev.wsksim.kernel.ke;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.trace.Trace;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The simulated processor: which thread runs on it now, and at which IRQL.
 *
 * <p>A simulation has one. Between events it idles: at PASSIVE_LEVEL, in a thread that nobody chose, which is what the
 * documentation calls an arbitrary thread context. Code that runs elsewhere (a completion, a callback, another thread's
 * turn) is entered through {@link #runAt}, which may go to a lower IRQL than the current one: it stands for what
 * another processor does meanwhile.
 */
public final class Processor {

    private final Trace trace;
    private final EThread idleThread;
    private EThread currentThread;
    private Irql currentIrql = Irql.PASSIVE_LEVEL;
    private Standstill standstill = Standstill.NESTED;

    /**
     * Makes a processor at PASSIVE_LEVEL.
     *
     * @param trace where changes of IRQL are reported
     * @param idleThread the thread whose context is used when nobody chose one
     */
    public Processor(Trace trace, EThread idleThread) {
        this.trace = trace;
        this.idleThread = idleThread;
        this.currentThread = idleThread;
    }

    /** Returns the current IRQL. Any IRQL. Source: nf-wdm-kegetcurrentirql. */
    public Irql currentIrql() {
        return currentIrql;
    }

    /** Returns the thread that runs now. Source: nf-wdm-psgetcurrentthread. */
    public EThread currentThread() {
        return currentThread;
    }

    /**
     * Raises the IRQL.
     *
     * <p>Any IRQL. A new level below the current one is a bug check. Source: nf-wdm-keraiseirql, which does not name
     * the code; Driver Verifier reports it as bug check 0xC4 with parameter 0x30
     * (bug-check-0xc4--driver-verifier-detected-violation), and so do we.
     *
     * @return the level before, for {@link #keLowerIrql}
     */
    public Irql keRaiseIrql(Irql newIrql) {
        Irql oldIrql = currentIrql;
        if (oldIrql.isAbove(newIrql)) {
            throw wrongDirection("0x30", "KeRaiseIrql", newIrql, "nf-wdm-keraiseirql");
        }
        currentIrql = newIrql;
        if (trace.isActive()) {
            trace.emit(new IrqlRaised(oldIrql, newIrql, currentThread.toString()));
        }
        return oldIrql;
    }

    /**
     * Lowers the IRQL to the level that {@link #keRaiseIrql} returned.
     *
     * <p>Any IRQL. A new level above the current one is a bug check, as Driver Verifier reports it: 0xC4 with parameter
     * 0x31. Source: nf-wdm-kelowerirql.
     */
    public void keLowerIrql(Irql newIrql) {
        Irql oldIrql = currentIrql;
        if (newIrql.isAbove(oldIrql)) {
            throw wrongDirection("0x31", "KeLowerIrql", newIrql, "nf-wdm-kelowerirql");
        }
        currentIrql = newIrql;
        if (trace.isActive()) {
            trace.emit(new IrqlLowered(oldIrql, newIrql, currentThread.toString()));
        }
    }

    /**
     * Runs something at an IRQL and in a thread, and restores both afterwards, also when it throws.
     *
     * @param irql the level to run at
     * @param thread the thread to run in; null for an arbitrary thread context, which is the thread that happens to run
     * @param body what to run
     */
    public void runAt(Irql irql, @Nullable EThread thread, Runnable body) {
        Irql oldIrql = currentIrql;
        EThread oldThread = currentThread;
        currentIrql = irql;
        if (thread != null) {
            currentThread = thread;
        }
        try {
            body.run();
        } finally {
            currentIrql = oldIrql;
            currentThread = oldThread;
        }
    }

    /**
     * Sets the IRQL without a check and without a record, in whichever thread runs; for code that cannot afford {@link
     * #runAt}.
     *
     * @return the level before, which the caller must set again in a {@code finally} block
     */
    public Irql switchIrql(Irql newIrql) {
        Irql oldIrql = currentIrql;
        currentIrql = newIrql;
        return oldIrql;
    }

    /**
     * Lets the current thread stand still until a condition holds, while the rest of the world goes on; afterwards
     * thread and IRQL are as before.
     */
    public LoopOutcome standStill(SimulationLoop loop, BooleanSupplier over) {
        return standStill(() -> standstill.until(loop, over));
    }

    /** Lets the current thread stand still until a condition holds or nothing is left that could happen. */
    public LoopOutcome standStillWhileAnythingHappens(SimulationLoop loop, BooleanSupplier over) {
        return standStill(() -> standstill.untilOrIdle(loop, over));
    }

    private LoopOutcome standStill(Supplier<LoopOutcome> until) {
        Irql oldIrql = currentIrql;
        EThread oldThread = currentThread;
        currentIrql = Irql.PASSIVE_LEVEL;
        currentThread = idleThread;
        try {
            return until.get();
        } finally {
            currentIrql = oldIrql;
            currentThread = oldThread;
        }
    }

    /** Says how code that blocks stands still, which is {@link Standstill#NESTED} to begin with. */
    public void setStandstill(Standstill newStandstill) {
        standstill = newStandstill;
    }

    /**
     * Stops with bug check 0xA when the current IRQL is above the limit of a routine.
     *
     * @param limit the highest level at which the routine may be called
     * @param routine its C name
     * @param page the page that states the limit
     */
    public void requireAtMost(Irql limit, String routine, String page) {
        // Most calls are made at the very limit, DISPATCH_LEVEL.
        if (currentIrql != limit && currentIrql.isAbove(limit)) {
            String what = routine + " was called at " + currentIrql + ", but is allowed at IRQL <= " + limit;
            throw new SimulatedBugCheck(BugCheck.IRQL_NOT_LESS_OR_EQUAL, "IRQL " + currentIrql.level(), what, page);
        }
    }

    /**
     * Stops with bug check 0xC8 when a routine of the driver has returned at another IRQL than it was called at.
     *
     * <p>Source: bug-check-0xc8--irql-unexpected-value; that Windows finds it here is our assumption, OQ-128.
     *
     * @param calledAt the level at which the routine was called
     * @param routine what reports call it
     */
    public void requireRestored(Irql calledAt, String routine) {
        if (currentIrql != calledAt) {
            throw unexpected(
                    calledAt,
                    routine + " was called at " + calledAt + " and returned at " + currentIrql,
                    "bug-check-0xc8--irql-unexpected-value");
        }
    }

    /** Returns the bug check that stops Windows where the IRQL is not what it has to be. */
    SimulatedBugCheck unexpected(Irql expected, String what, String page) {
        String parameters = "current IRQL " + currentIrql.level() + ", expected " + expected.level();
        return new SimulatedBugCheck(BugCheck.IRQL_UNEXPECTED_VALUE, parameters, what, page);
    }

    private SimulatedBugCheck wrongDirection(String parameter, String routine, Irql newIrql, String page) {
        String what = routine + " was called with " + newIrql + " at " + currentIrql;
        return new SimulatedBugCheck(BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION, parameter, what, page);
    }
}
