package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.cli.bench.NetworkFigure;
import dev.wsksim.cli.bench.OpenConnections;
import dev.wsksim.cli.bench.TimedWork;
import dev.wsksim.cli.bench.VerifierCost;
import dev.wsksim.cli.bench.WskOpenConnections;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsksim bench}: how fast the simulated network and WSK are on this machine. */
@Command(
        name = "bench",
        description =
                "Measures how fast the simulated network and WSK are on this machine: the median of seven rounds, the slowest and"
                        + " the fastest, what an operation allocates, and a digest that is the same on every machine.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim bench                 everything, in about three minutes%n"
                    + "  wsksim bench tcp-bulk        one figure%n"
                    + "  wsksim bench wsk-memory --open 1000000%n"
                    + "                               with a million open connections%n"
                    + "  wsksim bench --list          what can be measured%n"
        })
final class BenchCommand extends HelpfulCommand {

    private static final int ROUNDS = 7;
    private static final String MEMORY = "tcp-memory";
    private static final String WSK_MEMORY = "wsk-memory";
    private static final int MOST_OPEN = 1_000_000;

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure; everything unless told otherwise.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Lists what can be measured.")
    private boolean list;

    @Option(
            names = "--round",
            paramLabel = "MILLIS",
            description =
                    "How long a round is to last, in milliseconds of wall time; ${DEFAULT-VALUE} unless told otherwise.",
            defaultValue = "250")
    private int roundMillis;

    @Option(
            names = "--open",
            paramLabel = "N",
            description =
                    "How many connections are opened to measure memory, at most a million; ${DEFAULT-VALUE} unless told"
                            + " otherwise.",
            defaultValue = "100000")
    private int open;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        PrintWriter out = surroundings.out();
        ImmutableList<String> known = known();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new BadInputException(
                        "there is nothing named '" + name + "' to measure; there are " + String.join(", ", known));
            }
        }
        if (roundMillis < 1) {
            throw new BadInputException("--round is at least 1, not " + roundMillis);
        }
        if (open < 1 || open > MOST_OPEN) {
            throw new BadInputException("--open is from 1 to " + MOST_OPEN + ", not " + open);
        }
        if (list && !names.isEmpty()) {
            throw new BadInputException("--list lists everything; leave the names out");
        }
        if (list) {
            NetworkFigure.ALL.forEach(figure -> out.printf(Locale.ROOT, "%-24s %s%n", figure.name(), figure.about()));
            VerifierCost.ALL.forEach(cost -> out.printf(Locale.ROOT, "%-24s %s%n", cost.name(), cost.about()));
            out.printf(Locale.ROOT, "%-24s %s%n", MEMORY, "memory of an open, idle TCP connection, both ends together");
            out.printf(
                    Locale.ROOT, "%-24s %s%n", WSK_MEMORY, "memory of an open, idle connection, both ends WSK sockets");
            return ExitCode.OK;
        }
        NetworkFigure.ALL.stream().filter(figure -> isWanted(figure.name())).forEach(figure -> measure(figure, out));
        VerifierCost.ALL.stream().filter(cost -> isWanted(cost.name())).forEach(cost -> {
            out.println(cost.measure(Duration.ofMillis(roundMillis)));
            out.flush();
        });
        if (isWanted(MEMORY)) {
            out.println(OpenConnections.measure(open).line(MEMORY));
            out.flush();
        }
        if (isWanted(WSK_MEMORY)) {
            out.println(WskOpenConnections.measure(open).line(WSK_MEMORY));
            out.flush();
        }
        return ExitCode.OK;
    }

    private static ImmutableList<String> known() {
        return ImmutableList.<String>builder()
                .addAll(NetworkFigure.ALL.stream().map(NetworkFigure::name).toList())
                .addAll(VerifierCost.ALL.stream().map(VerifierCost::name).toList())
                .add(MEMORY, WSK_MEMORY)
                .build();
    }

    private boolean isWanted(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private void measure(NetworkFigure figure, PrintWriter out) {
        Duration round = Duration.ofMillis(roundMillis);
        TimedWork measurement = new TimedWork(figure.work().get(), ROUNDS, figure.digested());
        measurement.warmUp(round);
        for (int i = 0; i < ROUNDS; i++) {
            measurement.measure(i);
        }
        out.println(figure.line(measurement));
        out.flush();
    }
}
