package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.AwaitStep;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.StepTiming;
import dev.wsksim.scenario.model.WhenTimeIsUp;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plays scenarios without a driver. */
class NoDriverTest {

    private static final String STEPS = """
            steps:
              - { checkpoint: before, at: 1ms }
              - { host: server, do: crash, after: 1ms }
            """;

    @Test
    void steps_ofTheNetwork_areTaken() {
        ScenarioResult result = run(WORLD + STEPS + "expect: { reached: [checkpoint before, host server crash] }\n");

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.endedAt().nanos()).isEqualTo(2_000_000);
    }

    @Test
    void expectation_notMet_isAFinding() {
        Finding finding = only(run(WORLD + STEPS + "expect: { packets-sent: { client > server SYN: 1 } }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.PACKETS);
        assertThat(finding.actual()).isEqualTo("client > server SYN: 0");
    }

    @Test
    void leftOver_expectedAndNotThere_isAFinding() {
        Finding finding = only(run(WORLD + STEPS + "expect: { left-over: [open-connection] }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.LEFT_OVER);
        assertThat(finding.expected()).isEqualTo("open-connection");
    }

    @Test
    void run_ofStepsMadeInJavaThatNeedADriver_isRefused() {
        AwaitStep await = new AwaitStep(
                Optional.empty(),
                StepTiming.NEXT,
                ImmutableList.of(Reference.to("c")),
                Optional.empty(),
                WhenTimeIsUp.FINDING,
                SourcePosition.NONE);
        Scenario scenario =
                Scenario.builder("by hand").steps(ImmutableList.of(await)).build();

        assertThatThrownBy(() -> new ScenarioRunner(RunOptions.DEFAULT).run(scenario))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a driver");
    }
}
