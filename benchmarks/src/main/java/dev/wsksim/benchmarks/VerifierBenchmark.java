package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.VerifierCost;
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

/** Sending and receiving with the verifier and without; the digest is on in both. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch"})
public class VerifierBenchmark {

    private static final int OPERATIONS = 100_000;

    /** Which cost. */
    @Param({"wsk-bulk-verified", "wsk-messages-verified", "wsk-two-hosts-verified"})
    public String figure = "";

    /** Whether the verifier watches. */
    @Param({"false", "true"})
    public boolean verified;

    private Workload workload = Workload.NONE;

    /** Makes the world. */
    @Setup
    public void setUp() {
        workload = VerifierCost.ALL.stream()
                .filter(each -> each.name().equals(figure))
                .findFirst()
                .orElseThrow()
                .work(verified);
    }

    /** Does a piece of the work: so many bytes there and back. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long operations() {
        return workload.run(OPERATIONS);
    }
}
