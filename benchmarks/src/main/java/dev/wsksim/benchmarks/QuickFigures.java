package dev.wsksim.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints figures within two minutes, without forks: the contenders take turns in one process, so that whatever else loads
 * the machine slows all of them.
 *
 * <p>Arguments: the numbers of pending events; by default 1000, 100000 and 1000000. JMH gives better figures, this
 * gives quick ones.
 */
public final class QuickFigures {

    private final PrintStream out;
    private final int rounds;
    private final Duration roundLength;

    QuickFigures(PrintStream out, int rounds, Duration roundLength) {
        this.out = out;
        this.rounds = rounds;
        this.roundLength = roundLength;
    }

    /** Prints the figures. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 1 && args[0].equals("network")) {
            new QuickFigures(out, 7, Duration.ofMillis(250)).network();
            return;
        }
        int[] sizes = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        new QuickFigures(out, 7, Duration.ofMillis(250))
                .print(sizes.length > 0 ? sizes : new int[] {1_000, 100_000, 1_000_000});
    }

    void print(int[] sizes) {
        for (int size : sizes) {
            Map<String, Supplier<Workload>> contenders = new LinkedHashMap<>();
            contenders.put("hold", () -> new HoldModel(size));
            contenders.put("hold, PriorityQueue", () -> new PriorityQueueBaseline(size));
            contenders.put("hold, cancelling", () -> new CancellingHoldModel(size));
            compare(size + " pending", contenders);
        }
        compare("800 in flight", Map.of("timers cancelled", TimerCancel::new));
        compare("5 fields", Map.of("digest", DigestWork::new));
        compare("UDP ping-pong", Map.of("trace off", () -> new UdpPingPong(false)));
        compare("connect + close", Map.of("trace off", () -> new ConnectClose(false)));
        network();
        compare("connect + close", Map.of("digest on", () -> new ConnectClose(true)));
    }

    /** The network without WSK: two hosts' own stacks. */
    void network() {
        out.printf(
                Locale.ROOT,
                "%-16s %-20s %7.0f B, both ends%n",
                "TCP connection",
                "open, idle",
                OpenConnections.bytesEach(100_000));
        compare("TCP bytes", Map.of("trace off", () -> new BulkTransfer(false)));
        compare("TCP connects", Map.of("one at a time", () -> new StackConnectClose(false, 1, 0)));
        compare("TCP connects", Map.of("10000 at a time", () -> new StackConnectClose(false, 10_000, 0)));
        compare("TCP connects", Map.of("100 open", () -> new StackConnectClose(false, 1, 100)));
        compare("TCP connects", Map.of("100000 open", () -> new StackConnectClose(false, 1, 100_000)));
    }

    private void compare(String what, Map<String, Supplier<Workload>> contenders) {
        Map<String, Contender> running = new LinkedHashMap<>();
        contenders.forEach((name, workload) -> running.put(name, new Contender(workload.get(), rounds)));
        running.values().forEach(contender -> contender.warmUp(roundLength));
        for (int round = 0; round < rounds; round++) {
            int number = round;
            running.values().forEach(contender -> contender.measure(number));
        }
        running.forEach(
                (name, contender) -> out.printf(Locale.ROOT, "%-16s %-20s %s%n", what, name, contender.figures()));
    }

    /** One workload, the digest of its first operations, and what was measured of it. */
    private static final class Contender {

        private static final int WARM_UP_ROUNDS = 20;
        private static final long DIGESTED = 10_000;

        private final Workload workload;
        private final String digest;
        private final double[] rates;
        private final double[] bytes;
        private long operations = 1_000;

        Contender(Workload workload, int rounds) {
            this.workload = workload;
            workload.run(DIGESTED);
            digest = workload.digest();
            rates = new double[rounds];
            bytes = new double[rounds];
        }

        /** Runs for twenty rounds, long enough for the compiler, and finds out how many operations make about one. */
        void warmUp(Duration roundLength) {
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

        void measure(int round) {
            long before = allocated();
            rates[round] = operations / timed(operations);
            bytes[round] = (double) (allocated() - before) / operations;
        }

        String figures() {
            Arrays.sort(rates);
            Arrays.sort(bytes);
            int middle = rates.length / 2;
            return String.format(
                    Locale.ROOT,
                    "%7.2f M/s (%.2f to %.2f) %6.1f B/op  digest %s",
                    rates[middle] / 1e6,
                    rates[0] / 1e6,
                    rates[rates.length - 1] / 1e6,
                    bytes[middle],
                    digest);
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
}
