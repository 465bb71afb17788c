package dev.wsksim.junit5.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.wsksim.junit5.Scenarios;
import dev.wsksim.junit5.file.FileSearch;
import dev.wsksim.junit5.file.ScenarioFile;
import dev.wsksim.scenario.load.ScenarioLoader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

class ScenarioTestEngineTest {

    @Scenarios("/scenarios")
    static class Good {}

    @Scenarios(value = "/scenarios", tags = "refused")
    static class OnlyRefused {}

    @Scenarios("/broken/too-late.wsk.yaml")
    static class TooLate {}

    @Scenarios("/broken/misspelt.wsk.yaml")
    static class Misspelt {}

    @Scenarios("/broken/limited.wsk.yaml")
    static class Limited {}

    @Scenarios({"/nowhere", "also-nowhere"})
    static class Nowhere {}

    @Scenarios(value = "/scenarios", profile = "windows-7")
    static class OnWindows7 {}

    @Scenarios(value = "/scenarios", decisions = "inline")
    static class Inline {}

    @Scenarios(value = "/scenarios", profile = "windows-95")
    static class OnWindows95 {}

    private static EngineTestKit.Builder kit(DiscoverySelector... selectors) {
        return EngineTestKit.engine(ScenarioTestEngine.ID).selectors(selectors);
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static Throwable failure(EngineExecutionResults results) {
        Event failed = results.testEvents().failed().stream().findFirst().orElseThrow();
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Test
    void folder_givesATestForEachVariant() {
        EngineExecutionResults results = kit(selectClass(Good.class)).execute();

        assertThat(names(results))
                .containsExactly(
                        "a connect is accepted [family=ipv4]",
                        "a connect is accepted [family=ipv6]",
                        "a connect is refused");
        results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(0));
        results.containerEvents().assertStatistics(stats -> stats.succeeded(4));
    }

    @Test
    void failedScenario_failsWithItsReportAndItsLine() {
        AssertionFailedError error =
                (AssertionFailedError) failure(kit(selectClass(TooLate.class)).execute());

        assertThat(error)
                .hasMessageContaining("too-late.wsk.yaml:18:49: WskSocketConnect came too late")
                .hasMessageContaining("completes: { status: STATUS_SUCCESS, after: 9ms, socket: s }")
                .hasMessageContaining("hint:     it completed with STATUS_SUCCESS 1ms too late")
                .hasMessageContaining("replay: ./wsksim run ");
        assertThat(error.getExpected().getStringRepresentation()).isEqualTo("after 9ms");
        assertThat(error.getActual().getStringRepresentation()).isEqualTo("after 10ms");
        assertThat(error.getStackTrace()).singleElement().satisfies(frame -> {
            assertThat(frame.getFileName()).endsWith("too-late.wsk.yaml");
            assertThat(frame.getLineNumber()).isEqualTo(18);
        });
    }

    @Test
    void unreadableFile_isAFailedTestWithItsProblems() {
        EngineExecutionResults results = kit(selectClass(Misspelt.class)).execute();

        assertThat(names(results)).containsExactly("can be read");
        assertThat(failure(results)).hasMessageContaining("did you mean 'latency'?");
    }

    @Test
    void inconclusiveScenario_fails() {
        assertThat(failure(kit(selectClass(Limited.class)).execute()))
                .hasMessageContaining("inconclusive")
                .hasMessageContaining("limit");
    }

    @Test
    void placeWithoutScenarios_isAFailedTest() {
        EngineExecutionResults results = kit(selectClass(Nowhere.class)).execute();

        results.testEvents().assertStatistics(stats -> stats.failed(2));
        assertThat(failure(results)).hasMessageContaining("there is no scenario at /nowhere");
    }

    @Test
    void tags_choose() {
        assertThat(names(kit(selectClass(OnlyRefused.class)).execute())).containsExactly("a connect is refused");
    }

    @Test
    void scenarios_haveTheirTags() {
        Set<Set<String>> tags = kit(selectClass(Good.class)).execute().testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getTags().stream()
                        .map(tag -> tag.getName())
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());

        assertThat(tags).containsExactlyInAnyOrder(Set.of("connect", "two-words"), Set.of("refused"));
    }

    @Test
    void annotation_setsTheProfile() {
        EngineExecutionResults results = kit(selectClass(OnWindows7.class)).execute();

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1));
        assertThat(failure(results)).hasMessageContaining("--profile windows-7");
    }

    @Test
    void forcedDecisions_skipWithTheReason() {
        EngineExecutionResults results = kit(selectClass(Inline.class)).execute();

        results.testEvents().assertStatistics(stats -> stats.skipped(1).succeeded(2));
        assertThat(results.testEvents().skipped().stream().findFirst().flatMap(event -> event.getPayload(String.class)))
                .contains("except-decisions: the next step has to find the call pending");
    }

    @Test
    void configurationParameters_setSeedProfileAndDecisions() {
        EngineExecutionResults results = kit(selectClass(TooLate.class))
                .configurationParameters(
                        Map.of("wsksim.seed", "7", "wsksim.profile", "windows-10", "wsksim.decisions", "dispatch"))
                .execute();

        assertThat(failure(results)).hasMessageContaining("--seed 7 --profile windows-10 --decisions dispatch");
    }

    @Test
    void wrongParameters_areRefusedWithWhatTheyMayBe() {
        EngineTestKit.Builder wrong = kit(selectClass(Good.class)).configurationParameter("wsksim.profile", "vista");
        assertThatThrownBy(wrong::execute)
                .rootCause()
                .hasMessageContaining("wsksim.profile is 'vista'; it may be windows-7, ");

        EngineTestKit.Builder noSeed = kit(selectClass(Good.class)).configurationParameter("wsksim.seed", "x");
        assertThatThrownBy(noSeed::execute).hasStackTraceContaining("wsksim.seed is 'x'; a seed is a whole number");
    }

    @Test
    void wrongAnnotation_failsItsClassOnly() {
        EngineExecutionResults results =
                kit(selectClass(OnWindows95.class), selectClass(Good.class)).execute();

        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(results.containerEvents().failed().stream())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("OnWindows95"));
    }

    @Test
    void directoriesFilesAndResources_canBeSelected() {
        String folder = "src/test/resources/scenarios";

        assertThat(names(kit(selectDirectory(folder)).execute())).hasSize(3);
        assertThat(names(kit(selectFile(folder + "/more/refused.wsk.yaml")).execute()))
                .containsExactly("a connect is refused");
        assertThat(names(kit(selectFile("pom.xml")).execute())).isEmpty();
        assertThat(names(kit(selectClasspathResource("scenarios/more/refused.wsk.yaml"))
                        .execute()))
                .containsExactly("a connect is refused");
    }

    @Test
    void classpathRoots_giveTheAnnotatedClasses() {
        Path root = Path.of("target/test-classes");
        assertThat(names(kit(selectClasspathRoots(Set.of(root)).toArray(DiscoverySelector[]::new))
                        .execute()))
                .contains("a connect is refused", "a connect comes too late");
    }

    @Test
    void uniqueIds_findTheSameTestAgain() {
        List<TestDescriptor> all = kit(selectClass(Good.class)).execute().testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .toList();
        for (TestDescriptor one : all) {
            assertThat(names(kit(selectUniqueId(one.getUniqueId())).execute())).containsExactly(one.getDisplayName());
        }
        assertThat(names(kit(
                                selectUniqueId(all.get(0).getUniqueId()),
                                selectUniqueId(all.get(2).getUniqueId()))
                        .execute()))
                .hasSize(2);
    }

    @Test
    void sources_areFileAndLine() {
        TestDescriptor one = kit(selectClass(OnlyRefused.class)).execute().testEvents().started().stream()
                .findFirst()
                .orElseThrow()
                .getTestDescriptor();

        FileSource source = (FileSource) one.getSource().orElseThrow();
        assertThat(source.getFile()).hasName("refused.wsk.yaml");
        assertThat(source.getPosition()).isPresent();
    }

    @Test
    void scenariosInAnArchive_areFound(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("scenarios.jar");
        try (FileSystem inside = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.createDirectories(inside.getPath("/packed"));
            Files.copy(
                    Path.of("src/test/resources/broken/too-late.wsk.yaml"),
                    inside.getPath("/packed/too-late.wsk.yaml"));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {archive.toUri().toURL()}, null)) {
            List<ScenarioFile> files = new FileSearch().in("/packed", loader);

            assertThat(files).extracting(ScenarioFile::displayName).containsExactly("too-late.wsk.yaml");
            assertThat(files.get(0).load(new ScenarioLoader()).isUsable()).isTrue();
        }
    }

    @Test
    void parallelRun_givesTheSame() {
        EngineExecutionResults results = kit(selectClass(Good.class))
                .configurationParameters(Map.of(
                        "wsksim.parallel.enabled",
                        "true",
                        "wsksim.parallel.config.strategy",
                        "fixed",
                        "wsksim.parallel.config.fixed.parallelism",
                        "4"))
                .execute();

        results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(0));
    }
}
