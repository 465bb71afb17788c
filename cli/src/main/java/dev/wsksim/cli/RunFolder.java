package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.cli.ArtefactFolder.ArtefactWriter;
import dev.wsksim.scenario.load.FileTrouble;
import dev.wsksim.scenario.load.PartName;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.ReportedCases;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.run.ScenarioResult;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with all that a look at a failed job needs: documents about the whole run, and below {@value #NOT_PASSED} a
 * folder for each scenario that did not pass. What an earlier run left in those folders is taken away first; files that
 * wsksim does not write stay.
 */
final class RunFolder {
    /** The name of the JSON result in the folder. */
    static final String RESULT = "result.json";

    private static final String NOT_PASSED = "not-passed";
    private static final String REPORT = "report.txt";
    private static final String REPLAY = "replay.txt";
    private static final String YAML = "scenario.yaml";
    private static final String TRACE = "trace.jsonl";
    private static final String CAPTURE = "packets.pcapng";
    private static final String DIAGRAM = "diagram.svg";
    private static final String INCLUDED = "included";
    private static final ImmutableList<String> WRITTEN =
            ImmutableList.of(REPORT, REPLAY, YAML, TRACE, CAPTURE, DIAGRAM);

    private final Surroundings surroundings;
    private final String name;
    private final ArtefactNames names = new ArtefactNames();
    private boolean lost;

    RunFolder(Surroundings surroundings, String name) {
        this.surroundings = surroundings;
        this.name = name;
    }

    /** Makes the folder, and takes away what an earlier run left of single scenarios. */
    void prepare() throws BadInputException {
        try {
            Path folder = surroundings.files().getPath(name).resolve(NOT_PASSED);
            Files.createDirectories(folder);
            for (Path old : entries(folder)) {
                clear(old);
            }
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        } catch (IOException e) {
            throw new BadInputException(name + ": no folder for artefacts can be made there: " + FileTrouble.reason(e));
        }
    }

    /** Returns where the documents about the whole run go. */
    ImmutableList<DocumentTarget> targets() {
        return ImmutableList.of(
                target(DocumentFormat.JSON, RESULT),
                target(DocumentFormat.JUNIT_XML, "junit.xml"),
                target(DocumentFormat.MARKDOWN, "summary.md"),
                target(DocumentFormat.SARIF, "findings.sarif"),
                target(DocumentFormat.HTML, "report.html"));
    }

    /** Writes what is there about a scenario that was begun and did not pass. */
    void add(ReportedCase reported, ReportedCases cases, LoadedScenarios loaded) {
        if (!reported.verdict().isBad()) {
            return;
        }
        Path folder = surroundings.files().getPath(name).resolve(NOT_PASSED).resolve(names.of(reported.scenario()));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(REPORT), report(reported, cases));
            Files.writeString(folder.resolve(REPLAY), reported.replay() + "\n");
            Optional<String> yaml = loaded.text(reported.file());
            if (yaml.isPresent()) {
                Files.writeString(folder.resolve(YAML), yaml.get());
            }
            Optional<ScenarioResult> result = reported.result();
            if (result.isPresent()) {
                writeIncluded(result.get().scenario(), folder, loaded);
                writeTrace(result.get(), folder);
            }
        } catch (IOException e) {
            lost = true;
            surroundings
                    .err()
                    .println("wsksim: " + folder + ": the artefacts could not be written: " + FileTrouble.reason(e));
        }
    }

    /** Tells whether something could not be written. */
    boolean isIncomplete() {
        return lost;
    }

    private DocumentTarget target(DocumentFormat format, String file) {
        String separator = surroundings.files().getSeparator();
        return new DocumentTarget(
                surroundings, format, name.endsWith(separator) ? name + file : name + separator + file);
    }

    /** Each part lies as it does beside the scenario, so that the copy can be run; one further up lies in a folder of its own. */
    private static void writeIncluded(Scenario scenario, Path folder, LoadedScenarios loaded) throws IOException {
        for (String part : scenario.included()) {
            String path = new SourcePosition(part, 0, 0).fileSeenFrom(scenario.position());
            path = path.startsWith("../") ? INCLUDED + "/" + path.replace("../", "up/") : path;
            Optional<String> text = loaded.text(part);
            if (text.isPresent()) {
                Path file = folder.resolve(path);
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, text.get());
            }
        }
    }

    private void writeTrace(ScenarioResult result, Path folder) throws IOException {
        ArtefactWriter trace = Artefacts.trace(surroundings.version());
        trace.write(result, folder.resolve(TRACE));
        Artefacts.CAPTURE.write(result, folder.resolve(CAPTURE));
        Artefacts.diagram(DiagramFormat.svg).write(result, folder.resolve(DIAGRAM));
    }

    /** The whole evidence: who opens this file wants to know. */
    private static String report(ReportedCase reported, ReportedCases cases) {
        TextReport text = new TextReport(Detail.VERBOSE, Emphasis.NONE, cases.sources(), cases.replay());
        return reported.result().map(text::of).orElse(reported.text());
    }

    private static void clear(Path folder) throws IOException {
        for (String file : WRITTEN) {
            Files.deleteIfExists(folder.resolve(file));
        }
        clearIncluded(folder);
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody keeps something of their own there.
            return;
        }
    }

    private static void clearIncluded(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                if (PartName.isPart(path.toString()) || (!path.equals(folder) && isEmptyFolder(path))) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findFirst().isEmpty();
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
