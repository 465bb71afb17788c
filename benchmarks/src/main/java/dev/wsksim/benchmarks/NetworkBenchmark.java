package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.NetworkFigure;
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
 * The rates of {@code wsksim bench}: two hosts' own stacks, two drivers on WSK, reading scenarios and writing
 * traces. {@link OpenConnectionsBenchmark} has the memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class NetworkBenchmark {

    private static final int OPERATIONS = 10_000;

    /** Which figure. */
    @Param({
        "tcp-bulk",
        "udp-ping-pong",
        "wsk-udp-ping-pong",
        "tcp-connect",
        "tcp-connect-overlapping",
        "tcp-connect-100-open",
        "tcp-connect-100000-open",
        "wsk-bulk",
        "wsk-connect",
        "wsk-connect-overlapping",
        "scenario-check",
        "trace-json-lines"
    })
    public String figure = "";

    private Workload workload = Workload.NONE;

    /** Makes the world and prints its digest. */
    @Setup
    public void setUp() {
        NetworkFigure chosen = NetworkFigure.ALL.stream()
                .filter(each -> each.name().equals(figure))
                .findFirst()
                .orElseThrow();
        workload = chosen.work().get();
        workload.run(chosen.digested());
        // What it comes to after the same number of operations is the same on every machine.
        System.out.println("# " + workload.digest());
    }

    /** Does a piece of the work: so many bytes, messages or connections. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long operations() {
        return workload.run(OPERATIONS);
    }
}
