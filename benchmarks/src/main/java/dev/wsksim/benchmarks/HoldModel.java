package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.Workload;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;

/**
 * The hold model on the simulator's own loop: every event that fires schedules itself again, so the number of pending
 * events stays the same.
 *
 * <p>Each pending event is an object of its own that is armed again and again, as the simulator's timers are.
 */
final class HoldModel implements Workload {

    private final SimulationLoop loop = new SimulationLoop(Limits.NONE);
    private final Delays delays = new Delays();
    private final OrderDigest order = new OrderDigest();
    private long left;

    /** Makes a model with so many pending events. */
    HoldModel(int pending) {
        for (int id = 0; id < pending; id++) {
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

    private final class Held implements Event {

        private final int id;

        Held(int id) {
            this.id = id;
        }

        @Override
        public void fire() {
            order.add(loop.nowNanos(), id);
            loop.schedule(delays.nextNanos(), this);
            if (--left == 0) {
                loop.stop();
            }
        }
    }
}
