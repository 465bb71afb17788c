package dev.wsksim.cli;

import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.RecordedRuns.NotAResultException;
import dev.wsksim.scenario.report.RecordedTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsksim diff}: finds the first difference of two traces. */
@Command(
        name = "diff",
        description = {
            "Compares two traces and shows where they begin to differ, and in what.",
            "",
            "Each is a file of JSON lines that ends in .jsonl, as 'wsksim trace --json' and 'wsksim run --trace-json'"
                    + " write it, or a scenario, which is played."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim diff before.jsonl after.jsonl%n"
                    + "  wsksim diff before.jsonl refused.yaml%n",
            "%n@|bold Exit codes|@%n  0    the traces are the same%n  1    they differ%n"
                    + "  2    one of them is not there, or is no trace%n"
        })
final class DiffCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Mixin
    private final ColorOption color = new ColorOption();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A trace, or a scenario.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
    private String after = "";

    @Option(
            names = "--context",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many entries before the difference are shown; 3 unless told otherwise.")
    private int context = 3;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        TraceSource source = new TraceSource(surroundings);
        RecordedTrace first = source.of(before);
        RecordedTrace second = source.of(after);
        Emphasis emphasis = color.emphasis(surroundings);
        try {
            TraceDifference difference = TraceDifference.of(first, second);
            surroundings.out().print(difference.text(before, after, context, emphasis));
            return difference.isNone() ? ExitCode.OK : ExitCode.FAILED;
        } catch (NotAResultException e) {
            throw new BadInputException("one of the two is not a trace of wsksim: " + e.getMessage());
        }
    }
}
