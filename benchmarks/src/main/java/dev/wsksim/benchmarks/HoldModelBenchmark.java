package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events per second in the hold model: ours, ours with cancellation, and a {@link java.util.PriorityQueue} beside them.
 *
 * <p>Compare scores of one run only; with {@code -prof gc} the bytes that an event allocates are shown, too.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class HoldModelBenchmark {

    private static final int EVENTS = 10_000;

    /** The simulator's loop. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long simulationLoop(Ours ours) {
        return ours.workload.run(EVENTS);
    }

    /**
     * The simulator's loop when half of the pending events are timers that get cancelled; an operation schedules two,
     * cancels one and fires one.
     */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long simulationLoopCancelling(OursCancelling ours) {
        return ours.workload.run(EVENTS);
    }

    /** The loop that most people would write. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long priorityQueue(Baseline baseline) {
        return baseline.workload.run(EVENTS);
    }

    /** How many events are pending. */
    @State(Scope.Thread)
    public static class Size {

        @Param({"1000", "100000", "1000000"})
        int pending;
    }

    /** The hold model on our loop. */
    @State(Scope.Thread)
    public static class Ours {

        Workload workload = Workload.NONE;

        /** Makes the pending events. */
        @Setup
        public void fill(Size size) {
            workload = new HoldModel(size.pending);
        }
    }

    /** The cancelling hold model on our loop. */
    @State(Scope.Thread)
    public static class OursCancelling {

        Workload workload = Workload.NONE;

        /** Makes the pending events. */
        @Setup
        public void fill(Size size) {
            workload = new CancellingHoldModel(size.pending);
        }
    }

    /** The hold model on a priority queue. */
    @State(Scope.Thread)
    public static class Baseline {

        Workload workload = Workload.NONE;

        /** Makes the pending events. */
        @Setup
        public void fill(Size size) {
            workload = new PriorityQueueBaseline(size.pending);
        }
    }
}
