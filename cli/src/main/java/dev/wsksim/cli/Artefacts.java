package dev.wsksim.cli;

import dev.wsksim.cli.ArtefactFolder.ArtefactWriter;
import dev.wsksim.export.Pcapng;
import dev.wsksim.export.diagram.Diagram;
import dev.wsksim.export.json.TraceHeader;
import dev.wsksim.export.json.TraceJson;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.run.ScenarioResult;
import java.nio.file.Files;
import java.util.List;

/** Makes files of results: captures, diagrams and traces. */
final class Artefacts {
    /** Writes a capture at the host that the scenario looks at. */
    static final ArtefactWriter CAPTURE =
            (result, file) -> Pcapng.write(result.trace(), result.scenario().observedHost(), file);

    private Artefacts() {}

    /** Returns what writes sequence diagrams in a format. */
    static ArtefactWriter diagram(DiagramFormat format) {
        return (result, file) -> Files.writeString(file, format.draw(diagram(result)));
    }

    /** Returns what writes traces as JSON lines; their headers name this version of the program. */
    static ArtefactWriter trace(String version) {
        return (result, file) -> {
            TraceHeader header = new TraceHeader(
                    version,
                    result.name(),
                    result.file(),
                    result.seed(),
                    result.profile().label(),
                    result.digest());
            TraceJson.write(header, result.trace(), file);
        };
    }

    private static Diagram diagram(ScenarioResult result) {
        List<String> hosts =
                result.scenario().hosts().stream().map(HostSpec::name).toList();
        return Diagram.of(
                result.name(), result.trace(), hosts, result.scenario().observedHost());
    }
}
