package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.cli.ArtefactFolder.Artefact;
import dev.wsksim.engine.SimTime;
import dev.wsksim.export.Pcapng;
import dev.wsksim.export.diagram.Diagram;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that ask for more to look at a run with. */
final class ArtefactOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pcap",
            paramLabel = "FOLDER",
            description =
                    "Write what the driver's host sends and receives, or without a driver the first host, a pcapng file for"
                            + " each scenario.")
    private @Nullable String captures;

    @Option(names = "--diagram", paramLabel = "FOLDER", description = "Write a sequence diagram of each scenario.")
    private @Nullable String diagrams;

    @Option(
            names = "--diagram-format",
            paramLabel = "FORMAT",
            description = "How diagrams are drawn: ${COMPLETION-CANDIDATES}; text unless told otherwise. A timeline is"
                    + " SVG with time to scale.")
    private @Nullable DiagramFormat diagramFormat;

    @Option(
            names = "--trace-json",
            paramLabel = "FOLDER",
            description = "Write the trace of each scenario as JSON lines; the schema is documented.")
    private @Nullable String traces;

    @Option(
            names = "--netstat-at",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "Print the sockets of all hosts as they are at this virtual time, such as 5ms; may be given"
                    + " more than once.")
    private List<SimTime> netstatAt = new ArrayList<>();

    /** Returns when to look at the sockets of all hosts. */
    ImmutableList<SimTime> netstatAt() {
        return ImmutableList.copyOf(netstatAt);
    }

    /** Returns the folders that are asked for. */
    ImmutableList<ArtefactFolder> folders(Surroundings surroundings) {
        if (diagramFormat != null && diagrams == null) {
            throw wrong("--diagram-format says how diagrams are drawn, but there is no --diagram FOLDER for them");
        }
        DiagramFormat format = diagramFormat == null ? DiagramFormat.text : diagramFormat;
        ImmutableList.Builder<ArtefactFolder> folders = ImmutableList.builder();
        add(
                "--pcap",
                captures,
                new Artefact("capture", ".pcapng", ArtefactOptions::writeCapture),
                surroundings,
                folders);
        add(
                "--diagram",
                diagrams,
                new Artefact("diagram", format.extension(), (result, file) -> writeDiagram(result, format, file)),
                surroundings,
                folders);
        String version = surroundings.version();
        add(
                "--trace-json",
                traces,
                new Artefact("trace", ".jsonl", (result, file) -> writeTrace(result, version, file)),
                surroundings,
                folders);
        return folders.build();
    }

    private void add(
            String option,
            @Nullable String name,
            Artefact artefact,
            Surroundings surroundings,
            ImmutableList.Builder<ArtefactFolder> folders) {
        if (name != null) {
            if (name.isEmpty()) {
                throw wrong(option + " needs a name, and '' is none");
            }
            folders.add(new ArtefactFolder(surroundings, name, artefact));
        }
    }

    private RuntimeException wrong(String message) {
        return spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }

    private static void writeCapture(ScenarioResult result, Path file) throws IOException {
        Pcapng.write(result.trace(), result.scenario().observedHost(), file);
    }

    private static void writeDiagram(ScenarioResult result, DiagramFormat format, Path file) throws IOException {
        List<String> hosts =
                result.scenario().hosts().stream().map(HostSpec::name).toList();
        Diagram diagram = Diagram.of(
                result.name(), result.trace(), hosts, result.scenario().observedHost());
        Files.writeString(file, format.draw(diagram));
    }

    private static void writeTrace(ScenarioResult result, String version, Path file) throws IOException {
        TraceHeader header = new TraceHeader(
                version,
                result.name(),
                result.file(),
                result.seed(),
                result.profile().label(),
                result.digest());
        TraceJson.write(header, result.trace(), file);
    }
}
