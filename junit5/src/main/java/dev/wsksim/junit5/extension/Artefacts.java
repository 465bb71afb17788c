package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.export.Pcapng;
import dev.wsksim.export.diagram.Diagram;
import dev.wsksim.export.diagram.SvgDiagram;
import dev.wsksim.export.diagram.TextDiagram;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.net.host.Host;
import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes what is left of a test into a folder: its trace, its packets, its sequence diagram, and what it has written into its folder in memory. */
public final class Artefacts {
    private static final String TRACE = "trace.jsonl";
    private static final String CAPTURE = "capture.pcapng";
    private static final String TEXT_DIAGRAM = "diagram.txt";
    private static final String SVG_DIAGRAM = "diagram.svg";

    private final TestWorld world;

    /** Makes the artefacts of a world. */
    public Artefacts(TestWorld world) {
        this.world = world;
    }

    /** Writes them, over old ones of the same names; the folder is made. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ImmutableList<TraceEntry> trace = world.trace().entries();
        TraceJson.write(header(), trace, folder.resolve(TRACE));
        Pcapng.write(trace, world.host().net().name(), folder.resolve(CAPTURE));
        Diagram diagram = Diagram.of(
                world.settings().name(),
                trace,
                world.simulation().network().hosts().stream().map(Host::name).toList(),
                world.host().net().name());
        Files.writeString(folder.resolve(TEXT_DIAGRAM), TextDiagram.of(diagram));
        Files.writeString(folder.resolve(SVG_DIAGRAM), SvgDiagram.of(diagram, SvgDiagram.Scale.ORDER));
        if (world.hasFolder()) {
            copy(world.folder(), folder);
        }
    }

    private TraceHeader header() {
        return new TraceHeader(
                Objects.requireNonNullElse(Artefacts.class.getPackage().getImplementationVersion(), "(not packaged)"),
                world.settings().name(),
                "",
                world.simulation().configuration().seed(),
                world.simulation().configuration().profile().label(),
                world.digest().hex());
    }

    /** What the test has written keeps its name, even where an artefact has the same one. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, Files.readAllBytes(file));
        }
    }
}
