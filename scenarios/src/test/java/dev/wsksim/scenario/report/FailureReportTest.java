package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioFiles;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays the scenarios of {@code src/test/resources/failures}, each wrong in one way, and compares the whole report. */
class FailureReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/failures");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void of_playedFailure_isAsItsGoldenFile(String name) throws IOException {
        ScenarioResult result = play(name);
        TextReport report = new TextReport(Detail.NORMAL, Emphasis.NONE, FailureReportTest::line, ReplayLine.TYPICAL);

        assertThat(result.verdict()).isNotEqualTo(Verdict.PASSED);
        assertThat(report.of(result)).contains("replay: ./wsksim run " + name + ".yaml");
        Golden.assertMatches("failure/" + name + ".txt", report.of(result));
    }

    @Test
    void names_ofAllFailures_coverEveryKind() throws IOException {
        Set<FindingKind> seen = EnumSet.noneOf(FindingKind.class);
        for (String name : names()) {
            play(name).findings().stream().map(Finding::kind).forEach(seen::add);
        }

        assertThat(seen).containsExactlyInAnyOrder(FindingKind.values());
        assertThat(names()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static ScenarioResult play(String name) throws IOException {
        LoadResult loaded =
                new ScenarioLoader().withFiles(ScenarioFiles.seenFrom(FOLDER)).loadText(name + ".yaml", text(name));
        assertThat(loaded.renderProblems()).isEmpty();
        return new ScenarioRunner(RunOptions.DEFAULT).run(loaded.variants().get(0));
    }

    private static String line(SourcePosition position) {
        try {
            return position.isKnown()
                    ? Files.readAllLines(FOLDER.resolve(position.file())).get(position.line() - 1)
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".yaml")).replace("\r\n", "\n");
    }
}
