package dev.wsksim.junit5.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.wsksim.junit5.Scenarios;
import dev.wsksim.junit5.file.FileSearch;
import dev.wsksim.junit5.file.ScenarioFile;
import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.SourcePosition;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Scenarios that include parts, as tests: the parts are no tests, and a failure leads to the line of the part. */
class PartsTest {
    private static final List<String> FILES =
            List.of("late.wsk.yaml", "shared/network.part.yaml", "shared/connected.part.yaml");

    @Scenarios("/parts")
    static class Late {}

    @Scenarios("/parts/**.yaml")
    static class AnyYaml {}

    private static EngineExecutionResults execute(Class<?> scenarios) {
        return EngineTestKit.engine(ScenarioTestEngine.ID)
                .selectors(selectClass(scenarios))
                .execute();
    }

    @Test
    void partsOfAFolderOrPattern_areNoTests() {
        execute(Late.class).testEvents().assertStatistics(stats -> stats.started(1));
        execute(AnyYaml.class).testEvents().assertStatistics(stats -> stats.started(1));
    }

    @Test
    void failure_showsTheLineOfThePart_andLeadsToIt() {
        Throwable error = execute(Late.class).testEvents().failed().stream()
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();

        assertThat(error)
                .hasMessageContaining("connected.part.yaml:6:49: WskSocketConnect came too late")
                .hasMessageContaining("      6 |     completes: { status: STATUS_SUCCESS, after: 9ms, socket: s }")
                .hasMessageContaining("shared/connected.part.yaml line 3: call WskSocketConnect");
        assertThat(error.getStackTrace()).singleElement().satisfies(frame -> {
            assertThat(frame.getFileName()).endsWith("connected.part.yaml");
            assertThat(frame.getLineNumber()).isEqualTo(6);
        });
    }

    @Test
    void partsInAnArchive_areFound_withTheirLines(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("scenarios.jar");
        try (FileSystem inside = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.createDirectories(inside.getPath("/packed/shared"));
            for (String file : FILES) {
                Files.copy(Path.of("src/test/resources/parts", file), inside.getPath("/packed/" + file));
            }
        }
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {archive.toUri().toURL()}, null);
                FileSearch search = new FileSearch()) {
            List<ScenarioFile> files = search.in("/packed", loader);

            assertThat(files).extracting(ScenarioFile::displayName).containsExactly("late.wsk.yaml");
            LoadResult loaded = files.get(0).load(new ScenarioLoader());
            assertThat(loaded.renderProblems()).isEmpty();
            SourcePosition place = loaded.variants().get(0).steps().get(0).position();
            assertThat(place.file()).isEqualTo("/packed/shared/connected.part.yaml");
            assertThat(files.get(0).lines().line(place)).isEqualTo("  - call: WskSocketConnect");
        }
    }
}
