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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Connects and closes per second through WskSocketConnect and WskCloseSocket with their IRPs; see {@link ConnectClose}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class ConnectCloseBenchmark {

    private static final int OPERATIONS = 1_000;

    /** Whether the trace goes into a digest, or nobody listens. */
    @Param({"false", "true"})
    public boolean digest;

    private Workload workload = Workload.NONE;

    /** Makes the world. */
    @Setup
    public void setUp() {
        workload = new ConnectClose(digest);
    }

    /** Does a piece of the work. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long connectAndClose() {
        return workload.run(OPERATIONS);
    }

    /** Prints what the work came to. */
    @TearDown
    public void print() {
        System.out.println("# " + workload.digest());
    }
}
