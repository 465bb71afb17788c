package dev.wsksim.cli.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;

/**
 * Times one workload round by round, after a warm-up long enough for the compiler, and counts what it allocates.
 *
 * <p>The digest is that of the first operations, so it does not depend on how fast the machine is.
 */
public final class TimedWork {

    private static final int WARM_UP_ROUNDS = 20;

    private final Workload workload;
    private final String digest;
    private final double[] rates;
    private final double[] bytes;
    private long operations = 1_000;

    /**
     * Runs the first operations of a workload.
     *
     * @param rounds how often it will be measured
     * @param digested how many operations the digest sums up
     */
    public TimedWork(Workload workload, int rounds, long digested) {
        this.workload = workload;
        workload.run(digested);
        digest = workload.digest();
        rates = new double[rounds];
        bytes = new double[rounds];
    }

    /** Runs for twenty rounds and finds out how many operations make about one. */
    public void warmUp(Duration roundLength) {
        double round = roundLength.toNanos() / 1e9;
        double seconds = 0;
        while (seconds < WARM_UP_ROUNDS * round) {
            double took = timed(operations);
            seconds += took;
            if (took < round / 2) {
                operations *= 2;
            }
        }
    }

    /** Measures one round. */
    public void measure(int round) {
        long before = allocated();
        rates[round] = operations / timed(operations);
        bytes[round] = (double) (allocated() - before) / operations;
    }

    /** Returns how many operations were done in a second: the median of the rounds. */
    public double rate() {
        return sorted(rates)[rates.length / 2];
    }

    /** Returns the slowest round's operations in a second. */
    public double slowest() {
        return sorted(rates)[0];
    }

    /** Returns the fastest round's operations in a second. */
    public double fastest() {
        return sorted(rates)[rates.length - 1];
    }

    /** Returns how many bytes an operation allocates: the median of the rounds. */
    public double bytesEach() {
        return sorted(bytes)[bytes.length / 2];
    }

    /** Returns the digest of the first operations. */
    public String digest() {
        return digest;
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private double timed(long count) {
        long start = System.nanoTime();
        workload.run(count);
        return (System.nanoTime() - start) / 1e9;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
