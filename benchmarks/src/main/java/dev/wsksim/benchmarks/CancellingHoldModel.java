package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.Workload;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;

/**
 * The hold model with cancellation: every event that fires also arms its guard anew, a timer that the event's next
 * firing cancels.
 *
 * <p>So half of all pending events are cancelled before their time, and each operation schedules two events, cancels
 * one and fires one.
 */
final class CancellingHoldModel implements Workload {

    private static final long GUARD_NANOS = 100_000_000;

    private final SimulationLoop loop = new SimulationLoop(Limits.NONE);
    private final Delays delays = new Delays();
    private final OrderDigest order = new OrderDigest();
    private final Event guard = this::guardFired;
    private long left;

    /** Makes a model with so many pending events, half of them guards once all events have fired. */
    CancellingHoldModel(int pending) {
        for (int id = 0; id < pending / 2; id++) {
            loop.schedule(delays.nextNanos(), new Held(id));
        }
    }

    @Override
    public long run(long operations) {
        left = operations;
        loop.run();
        return operations;
    }

    @Override
    public String digest() {
        return order.toString();
    }

    private void guardFired() {
        throw new AssertionError("a guard fired at " + loop.now());
    }

    private final class Held implements Event {

        private final int id;
        private long guardHandle = SimulationLoop.NO_HANDLE;

        Held(int id) {
            this.id = id;
        }

        @Override
        public void fire() {
            order.add(loop.nowNanos(), id);
            loop.cancel(guardHandle);
            guardHandle = loop.schedule(GUARD_NANOS, guard);
            loop.schedule(delays.nextNanos(), this);
            if (--left == 0) {
                loop.stop();
            }
        }
    }
}
