package dev.wsksim.cli;

import dev.wsksim.export.diagram.Diagram;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wsksim diagram}: draws the sequence diagram of one scenario. */
@Command(
        name = "diagram",
        description = "Plays one scenario and draws its sequence diagram: hosts, calls, IRPs, callbacks and packets.",
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim diagram refused.yaml%n"
                    + "  wsksim diagram refused.yaml --format svg -o refused.svg%n",
            ExitCode.SHOWN
        })
final class DiagramCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Mixin
    private final PlayOptions scenario = new PlayOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "How it is drawn: ${COMPLETION-CANDIDATES}; text unless told otherwise. A timeline is SVG with"
                            + " time to scale.")
    private DiagramFormat format = DiagramFormat.text;

    @Mixin
    private final OutputFile output = new OutputFile();

    DiagramCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BadInputException {
        output.requireName();
        output.write(format.draw(of(scenario.play(surroundings))), surroundings);
        return ExitCode.OK;
    }

    /** Returns the diagram of a result. */
    static Diagram of(ScenarioResult result) {
        List<String> hosts =
                result.scenario().hosts().stream().map(HostSpec::name).toList();
        return Diagram.of(
                result.name(), result.trace(), hosts, result.scenario().observedHost());
    }
}
