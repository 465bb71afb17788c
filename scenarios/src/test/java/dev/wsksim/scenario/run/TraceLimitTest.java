package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code limits: trace-entries}: what is not kept leaves the verdict open. */
class TraceLimitTest {
    private static final String SCENARIO = """
            wsksim: 1
            name: a driver that only waits
            hosts:
              client: { addresses: [192.0.2.10] }
            driver: { host: client }
            steps:
              - { wait: 1ms }
            limits: { trace-entries: ENTRIES }
            """;

    private static ScenarioResult play(int entries) {
        String text = SCENARIO.replace("ENTRIES", Integer.toString(entries));
        return new ScenarioRunner(RunOptions.DEFAULT)
                .run(new ScenarioLoader().loadText("t.yaml", text).variants().get(0));
    }

    @Test
    void traceEntries_reached_isInconclusiveAndSaysWhatToDo() {
        ScenarioResult result = play(3);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.trace()).hasSize(3);
        assertThat(result.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.LIMIT)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).isEqualTo("limit 'trace-entries' of 3 reached");
                    assertThat(finding.hint()).startsWith("raise it under 'limits'");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 5_000_000})
    void traceEntries_enough_passes(int entries) {
        assertThat(play(entries).verdict()).isEqualTo(Verdict.PASSED);
    }
}
