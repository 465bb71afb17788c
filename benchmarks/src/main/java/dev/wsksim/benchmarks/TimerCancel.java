package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.Workload;
import dev.wsksim.engine.Event;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.SimulationLoop;

/**
 * Timers that are nearly always cancelled: 400,000 connects a second of virtual time arm a SYN timer of 1 s each and
 * cancel it when the answer comes after 2 ms.
 *
 * <p>One operation is one connect: it schedules its answer and its timer, and fires the answer, which cancels the timer
 * and makes room for the next connect.
 */
final class TimerCancel implements Workload {

    private static final long SYN_TIMER_NANOS = 1_000_000_000;
    private static final long ANSWER_NANOS = 2_000_000;
    private static final int IN_FLIGHT = 800;

    private final SimulationLoop loop = new SimulationLoop(Limits.NONE);
    private final OrderDigest order = new OrderDigest();
    private long left;

    /** Makes the model with its connects spread evenly over one round trip. */
    TimerCancel() {
        for (int id = 0; id < IN_FLIGHT; id++) {
            loop.schedule(ANSWER_NANOS * id / IN_FLIGHT, new Connect(id));
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

    private final class Connect implements Event {

        private final int id;
        private final Event timer = this::timedOut;
        private long timerHandle = SimulationLoop.NO_HANDLE;

        Connect(int id) {
            this.id = id;
        }

        @Override
        public void fire() {
            order.add(loop.nowNanos(), id);
            loop.cancel(timerHandle);
            timerHandle = loop.schedule(SYN_TIMER_NANOS, timer);
            loop.schedule(ANSWER_NANOS, this);
            if (--left == 0) {
                loop.stop();
            }
        }

        private void timedOut() {
            throw new AssertionError("connect " + id + " timed out at " + loop.now());
        }
    }
}
