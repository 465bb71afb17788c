package dev.wsksim.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ScenarioSourceTest {

    static class Given {
        private static final Map<String, Verdict> SEEN = new TreeMap<>();

        private static void play(Scenario scenario) {
            SEEN.put(
                    scenario.displayName(),
                    new ScenarioRunner(RunOptions.DEFAULT).run(scenario).verdict());
        }

        @ParameterizedTest
        @ScenarioSource("/scenarios")
        void folder(Scenario scenario) {
            play(scenario);
        }

        @ParameterizedTest
        @ScenarioSource("src/test/resources/**/refused*.yaml")
        void glob(Scenario scenario) {
            assertThat(scenario.name()).isEqualTo("a connect is refused");
        }

        @ParameterizedTest
        @ScenarioSource("/scenarios/{more,less}/*.yaml")
        void globOnTheClassPath(Scenario scenario) {
            assertThat(scenario.name()).isEqualTo("a connect is refused");
        }

        @ParameterizedTest
        @ScenarioSource(value = "/scenarios", tags = "refused")
        void tagged(Scenario scenario) {
            assertThat(scenario.name()).isEqualTo("a connect is refused");
        }

        @ParameterizedTest
        @ScenarioSource("bundled:wsk/WskCloseSocket")
        void bundled(Scenario scenario) {
            assertThat(scenario.position().file()).startsWith("wsk/WskCloseSocket/");
        }
    }

    @Test
    void source_givesTheScenariosOfAPlace() {
        JupiterRun run = JupiterRun.of(Given.class);

        assertThat(run.messages()).isEmpty();
        assertThat(Given.SEEN)
                .containsOnlyKeys(
                        "a connect is accepted [family=ipv4]",
                        "a connect is accepted [family=ipv6]",
                        "a connect is refused")
                .allSatisfy((name, verdict) -> assertThat(verdict).isEqualTo(Verdict.PASSED));
        List<String> names = run.results().testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
        assertThat(names)
                .hasSizeGreaterThan(8)
                .anySatisfy(name -> assertThat(name).contains("a connect is accepted [family=ipv6]"));
        assertThat(run.results().allEvents().failed().count()).isZero();
    }

    static class Misspelt {
        @ParameterizedTest
        @ScenarioSource("/broken/misspelt.wsk.yaml")
        void never(Scenario scenario) {}
    }

    static class Nowhere {
        @ParameterizedTest
        @ScenarioSource("/nowhere")
        void never(Scenario scenario) {}
    }

    static class NotBundled {
        @ParameterizedTest
        @ScenarioSource("bundled:wsk/WskSocketDisconnect")
        void never(Scenario scenario) {}
    }

    static class NoSuchTag {
        @ParameterizedTest
        @ScenarioSource(value = "/scenarios", tags = "nobody-has-it")
        void never(Scenario scenario) {}
    }

    @Test
    void sourceWithoutScenarios_failsWithItsReason() {
        assertThat(JupiterRun.of(Misspelt.class).failure()).hasMessageContaining("did you mean 'latency'?");
        assertThat(JupiterRun.of(Nowhere.class).failure()).hasMessageContaining("there is no scenario at /nowhere");
        assertThat(JupiterRun.of(NotBundled.class).failure())
                .hasMessageContaining("no scenario 'wsk/WskSocketDisconnect' comes with wsksim");
        assertThat(JupiterRun.of(NoSuchTag.class).failure()).hasMessageContaining("[nobody-has-it]");
    }
}
