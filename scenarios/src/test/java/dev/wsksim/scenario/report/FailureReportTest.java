package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.ScenarioResult;
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
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(PlayedFailure.FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void of_playedFailure_isAsItsGoldenFile(String name) throws IOException {
        ScenarioResult result = PlayedFailure.play(name);
        TextReport report = new TextReport(Detail.NORMAL, Emphasis.NONE, FailureReportTest::line, ReplayLine.TYPICAL);

        assertThat(result.verdict()).isNotEqualTo(Verdict.PASSED);
        assertThat(report.of(result)).contains("replay: ./wsksim run " + name + ".yaml");
        Golden.assertMatches("failure/" + name + ".txt", report.of(result));
    }

    @Test
    void names_ofAllFailures_coverEveryKind() throws IOException {
        Set<FindingKind> seen = EnumSet.noneOf(FindingKind.class);
        for (String name : names()) {
            PlayedFailure.play(name).findings().stream().map(Finding::kind).forEach(seen::add);
        }

        assertThat(seen).containsExactlyInAnyOrder(FindingKind.values());
        assertThat(names()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static String line(SourcePosition position) {
        try {
            return position.isKnown()
                    ? Files.readAllLines(PlayedFailure.FOLDER.resolve(position.file()))
                            .get(position.line() - 1)
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
