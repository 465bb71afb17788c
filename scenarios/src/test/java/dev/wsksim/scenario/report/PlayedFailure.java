package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioFiles;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plays the scenarios of {@code src/test/resources/failures}, each wrong in one way. */
final class PlayedFailure {
    static final Path FOLDER = Path.of("src/test/resources/failures");

    private PlayedFailure() {}

    static ScenarioResult play(String name) throws IOException {
        LoadResult loaded =
                new ScenarioLoader().withFiles(ScenarioFiles.seenFrom(FOLDER)).loadText(name + ".yaml", text(name));
        assertThat(loaded.renderProblems()).isEmpty();
        return new ScenarioRunner(RunOptions.DEFAULT).run(loaded.variants().get(0));
    }

    static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".yaml")).replace("\r\n", "\n");
    }

    static Finding first(ScenarioResult result, FindingKind kind) {
        return result.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
