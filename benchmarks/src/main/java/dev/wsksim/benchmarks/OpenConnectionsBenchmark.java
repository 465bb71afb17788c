package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.OpenConnections;
import dev.wsksim.cli.bench.OpenMemory;
import dev.wsksim.cli.bench.WskOpenConnections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The memory of open, idle connections: how many bytes of the heap each takes, both ends together. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g", "-XX:+UseParallelGC"})
public class OpenConnectionsBenchmark {

    /** How many connections. */
    @Param({"100000", "1000000"})
    public int connections;

    /** What one measurement came to, shown beside the time that it took. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Memory {
        /** Bytes of the heap for each connection. */
        public double bytesEach;
        /** How much of the heap was in use after garbage collections. */
        public double heapMebibytes;

        void take(OpenMemory measured) {
            bytesEach = measured.bytesEach();
            heapMebibytes = measured.heapBytes() / (double) (1 << 20);
        }
    }

    /** Between the own stacks of two hosts. */
    @Benchmark
    public int tcp(Memory memory) {
        OpenMemory measured = OpenConnections.measure(connections);
        memory.take(measured);
        return measured.connections();
    }

    /** Between two drivers, both ends being WSK sockets. */
    @Benchmark
    public int wsk(Memory memory) {
        OpenMemory measured = WskOpenConnections.measure(connections);
        memory.take(measured);
        return measured.connections();
    }
}
