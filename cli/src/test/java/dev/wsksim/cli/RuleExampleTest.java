package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.run.ScenarioRunner;
import org.junit.jupiter.api.Test;

/** {@code explain} of a rule shows a scenario that breaks it. */
class RuleExampleTest {
    private final Shell shell = new Shell();

    RuleExampleTest() {
        shell.bundle = BundledScenarios.shipped();
        shell.player = (scenario, options) -> new ScenarioRunner(options).run(scenario);
    }

    @Test
    void explain_ofARule_showsScenarioCommandAndDiagram() {
        assertThat(shell.run("explain", "wsk-irp-004")).isZero();

        assertThat(shell.out())
                .startsWith("WSK-IRP-004")
                .contains(
                        "\nHow it is broken, for example\n  wsksim run wsk/",
                        "\n    violations: [WSK-IRP-004]\n",
                        "\nWhat happens there\n",
                        " completed: STATUS_SUCCESS\n");
    }

    @Test
    void explain_ofAnotherName_showsNoExample() {
        assertThat(shell.run("explain", "WskBind")).isZero();

        assertThat(shell.out()).doesNotContain("How it is broken");
    }

    @Test
    void explain_ofARuleThatNoScenarioBreaksAlone_saysTheRest() {
        shell.bundle = new BundledScenarios(Shell.class, "/bundle-sample");
        assertThat(shell.run("explain", "WSK-IRP-004")).isZero();

        assertThat(shell.out()).startsWith("WSK-IRP-004").doesNotContain("How it is broken");
    }
}
