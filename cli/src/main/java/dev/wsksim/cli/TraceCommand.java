package dev.wsksim.cli;

import dev.wsksim.engine.SimTime;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.report.TraceText;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wsksim trace}: prints what happened in one scenario, or the part of it that is asked for. */
@Command(
        name = "trace",
        description = "Plays one scenario and prints everything that happened, one entry a line, or only those entries"
                + " that are asked for. Conditions of several kinds must all hold; of one kind, one of them.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim trace refused.yaml --layer wsk --layer kernel%n"
                    + "  wsksim trace refused.yaml --irp 1 --from 5ms --to 20ms%n"
                    + "  wsksim trace refused.yaml --why 42       what entry 42 followed from, back to the beginning%n"
                    + "  wsksim trace refused.yaml --json -o refused.jsonl%n",
            ExitCode.SHOWN
        })
final class TraceCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final PlayOptions scenario = new PlayOptions();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            converter = LayerConverter.class,
            completionCandidates = LayerConverter.Candidates.class,
            description = "Only entries of this layer: ${COMPLETION-CANDIDATES}; may be given more than once.")
    private List<String> layers = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only entries of this kind, such as irp-completed; may be given more than once.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--irp", paramLabel = "N", description = "Only entries that speak of this IRP.")
    private List<Long> irps = new ArrayList<>();

    @Option(names = "--socket", paramLabel = "N", description = "Only entries that speak of this socket.")
    private List<Long> sockets = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Only entries from this virtual time on.")
    private @Nullable SimTime from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Only entries up to this virtual time, included.")
    private @Nullable SimTime to;

    @Option(
            names = "--why",
            paramLabel = "NUMBER",
            description = "Only the entry with this number and those that it followed from.")
    private @Nullable Long why;

    @Option(names = "--json", description = "Print JSON lines instead of text; the schema is documented.")
    private boolean json;

    @Mixin
    private final OutputFile output = new OutputFile();

    TraceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        output.requireName();
        if (from != null && to != null && from.compareTo(to) > 0 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " is after --to " + to);
        }
        ScenarioResult result = scenario.play(surroundings);
        TraceFilter filter = new TraceFilter(layers, kinds, irps, sockets, from, to);
        filter.requireKnown(result.trace());
        List<TraceEntry> entries = why == null ? result.trace() : TraceFilter.chainOf(result.trace(), why);
        List<TraceEntry> shown = entries.stream().filter(filter).toList();
        output.write(
                json ? TraceJson.text(header(result, surroundings.version()), shown) : TraceText.of(shown),
                surroundings);
        return ExitCode.OK;
    }

    private static TraceHeader header(ScenarioResult result, String version) {
        return new TraceHeader(
                version,
                result.name(),
                result.file(),
                result.seed(),
                result.profile().label(),
                result.digest());
    }
}
