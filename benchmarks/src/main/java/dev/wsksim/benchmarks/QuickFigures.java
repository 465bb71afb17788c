package dev.wsksim.benchmarks;

import dev.wsksim.cli.bench.TimedWork;
import dev.wsksim.cli.bench.Workload;
import java.io.PrintStream;
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

    private static final long DIGESTED = 10_000;

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
        compare("connect + close", Map.of("trace off", () -> new ConnectClose(false)));
        compare("connect + close", Map.of("digest on", () -> new ConnectClose(true)));
    }

    private void compare(String what, Map<String, Supplier<Workload>> contenders) {
        Map<String, TimedWork> running = new LinkedHashMap<>();
        contenders.forEach((name, workload) -> running.put(name, new TimedWork(workload.get(), rounds, DIGESTED)));
        running.values().forEach(contender -> contender.warmUp(roundLength));
        for (int round = 0; round < rounds; round++) {
            int number = round;
            running.values().forEach(contender -> contender.measure(number));
        }
        running.forEach((name, contender) -> out.printf(Locale.ROOT, "%-16s %-20s %s%n", what, name, text(contender)));
    }

    private static String text(TimedWork measured) {
        return String.format(
                Locale.ROOT,
                "%7.2f M/s (%.2f to %.2f) %6.1f B/op  digest %s",
                measured.rate() / 1e6,
                measured.slowest() / 1e6,
                measured.fastest() / 1e6,
                measured.bytesEach(),
                measured.digest());
    }
}
