package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.cli.ArtefactFolder.Artefact;
import dev.wsksim.engine.SimTime;
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
        add("--pcap", captures, new Artefact("capture", ".pcapng", Artefacts.CAPTURE), surroundings, folders);
        add(
                "--diagram",
                diagrams,
                new Artefact("diagram", format.extension(), Artefacts.diagram(format)),
                surroundings,
                folders);
        add(
                "--trace-json",
                traces,
                new Artefact("trace", ".jsonl", Artefacts.trace(surroundings.version())),
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
}
