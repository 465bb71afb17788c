package dev.wsksim.junit5.driver;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.ke.Standstill;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a driver on one host: bodies of Java code that run in turns, on virtual time.
 *
 * <p>A thread begins as an event of its own, and goes on as part of the event that ends its wait, so that the order is
 * that of the simulation's events and the same in every run; of several that one event lets go on, the one that was
 * started first goes first. Exactly one runs at any time. What a body throws comes out of the call that ran the
 * simulation. {@link #close()} ends those that still wait; no platform thread outlives it.
 *
 * <p>The test's own code is no such thread: what blocks there runs the simulation inside the call, and the threads with
 * it.
 */
public final class DriverThreads implements AutoCloseable {

    private final SimulationLoop loop;
    private final WindowsHost host;
    private final List<DriverThread> threads = new ArrayList<>();
    private @Nullable DriverThread running;
    private boolean closed;

    /**
     * Makes the threads of a host, none to begin with.
     *
     * @throws IllegalStateException when the simulation has such threads already that are not closed
     */
    public DriverThreads(Simulation simulation, WindowsHost host) {
        this.loop = simulation.loop();
        this.host = host;
        loop.setAfterEvent(this::goOn);
        loop.setWhenIdle(this::goOnWithout);
        host.processor().setStandstill(new OwnStack());
    }

    /**
     * Makes a system thread that begins after what runs now. Source: nf-wdm-pscreatesystemthread.
     *
     * @param name its name in reports
     */
    public DriverThread start(String name, ThreadBody body) {
        if (closed) {
            throw new IllegalStateException("the threads of " + host.net().name() + " are closed");
        }
        DriverThread thread = new DriverThread(
                host, host.processes().createThread(host.processes().systemProcess(), name), body);
        threads.add(thread);
        loop.schedule(0, () -> {
            if (!thread.isOver()) {
                run(thread, thread::begin);
            }
        });
        return thread;
    }

    /** Returns those that have not ended, in the order in which they were started. */
    public ImmutableList<DriverThread> alive() {
        return threads.stream().filter(thread -> !thread.isOver()).collect(ImmutableList.toImmutableList());
    }

    /** Returns the thread whose body runs now, or null when that is none. */
    public @Nullable DriverThread current() {
        return running;
    }

    /**
     * Runs the simulation until every thread has ended.
     *
     * @throws AssertionError when nothing is left that could let them go on, with who waits for what
     */
    public void runUntilAllEnd() {
        requireOutside("runUntilAllEnd");
        LoopOutcome outcome = loop.runUntil(() -> alive().isEmpty());
        if (outcome == LoopOutcome.STOPPED) {
            throw new AssertionError("the simulation was stopped at " + loop.now() + ": " + describe());
        }
        if (outcome != LoopOutcome.REACHED) {
            throw new AssertionError(
                    "all threads wait, and nothing is left that could happen at " + loop.now() + ": " + describe());
        }
    }

    /** Says who has not ended, and who waits for what. */
    public String describe() {
        String who = alive().stream().map(DriverThread::toString).collect(Collectors.joining(", "));
        String waits = loop.describeWaiting();
        return (who.isEmpty() ? "no thread" : who) + (waits.isEmpty() ? "" : "; " + waits);
    }

    /** Ends all threads where they stand, and has code that blocks run the simulation by itself again. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        requireOutside("close");
        closed = true;
        Throwable first = null;
        for (DriverThread thread : alive()) {
            try {
                run(thread, thread::end);
            } catch (RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        loop.setAfterEvent(null);
        loop.setWhenIdle(null);
        host.processor().setStandstill(Standstill.NESTED);
        if (first != null) {
            Throwables.throwIfUnchecked(first);
        }
    }

    void requireOutside(String what) {
        DriverThread inside = running;
        if (inside != null) {
            throw new IllegalStateException(what + " runs the simulation, which " + inside
                    + " cannot do: it is run; wait for an event, or sleep");
        }
    }

    /** A thread stands still on a stack of its own; other code runs the simulation inside its call. */
    private final class OwnStack implements Standstill {

        @Override
        public LoopOutcome until(SimulationLoop run, BooleanSupplier over) {
            return pause(run, over, false);
        }

        @Override
        public LoopOutcome untilOrIdle(SimulationLoop run, BooleanSupplier over) {
            return pause(run, over, true);
        }

        private LoopOutcome pause(SimulationLoop run, BooleanSupplier over, boolean canDoWithout) {
            DriverThread inside = running;
            if (inside == null) {
                return run.runUntil(over);
            }
            if (!over.getAsBoolean()) {
                inside.pauseUntil(over, canDoWithout);
            }
            return over.getAsBoolean() ? LoopOutcome.REACHED : LoopOutcome.DRAINED;
        }
    }

    /** Nothing is left that could happen: lets the first go on that can do without what it waits for. */
    private boolean goOnWithout() {
        for (DriverThread thread : threads) {
            if (thread.canDoWithout()) {
                run(thread, thread::resume);
                goOn();
                return true;
            }
        }
        return false;
    }

    /** Lets those go on that may, until none may: what one does can be what another waits for. */
    private void goOn() {
        DriverThread next = nextToGoOn();
        while (next != null) {
            run(next, next::resume);
            next = nextToGoOn();
        }
    }

    private @Nullable DriverThread nextToGoOn() {
        for (DriverThread thread : threads) {
            if (thread.mayGoOn()) {
                return thread;
            }
        }
        return null;
    }

    private void run(DriverThread thread, Runnable turn) {
        DriverThread before = running;
        running = thread;
        try {
            turn.run();
        } finally {
            running = before;
        }
    }
}
