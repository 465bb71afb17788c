package dev.wsksim.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final String SCENARIO = """
            wsksim: 1
            name: a connect over ${latency} to port ${port}
            parameters:
              latency: 5ms
              port: 445
            hosts: { client: { addresses: [192.0.2.10] }, server: { addresses: [192.0.2.20] } }
            links: { client -> server: { latency: "${latency}" }, server -> client: same }
            peers: { server: { tcp 445: { connect: accept } } }
            driver: { host: client }
            steps:
              - call: WskSocketConnect
                id: connect
                with: { RemoteAddress: "server:${port}" }
                completes: { status: STATUS_SUCCESS, after: 10ms, socket: s }
              - await: connect
              - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }
            """;

    private static LoadResult load(String text, String... settings) {
        ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new ScenarioLoader().withParameters(values.buildOrThrow()).loadText("test.yaml", text);
    }

    private static ScenarioResult run(Scenario scenario) {
        return new ScenarioRunner(RunOptions.DEFAULT).run(scenario);
    }

    @Test
    void defaults_standInAllPlaces() {
        Scenario scenario = load(SCENARIO).variants().get(0);

        assertThat(scenario.displayName()).isEqualTo("a connect over 5ms to port 445");
        assertThat(run(scenario).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void setParameter_takesThePlaceOfTheDefault_andIsInNameAndReplayLine() {
        Scenario scenario = load(SCENARIO, "latency", "7ms").variants().get(0);
        ScenarioResult result = run(scenario);

        assertThat(scenario.displayName()).isEqualTo("a connect over 7ms to port 445 [latency=7ms]");
        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).isEqualTo("after 14ms"));
        assertThat(ReplayLine.TYPICAL.of(result))
                .isEqualTo("./wsksim run test.yaml --seed 1 --profile windows-11 --set latency=7ms");
    }

    @Test
    void unknownParameter_isAProblemWithAHint() {
        assertThat(load(SCENARIO, "latancy", "7ms").renderProblems())
                .contains("parameter 'latancy' is set, and the scenario has no such parameter")
                .contains("did you mean 'latency'?");
    }

    @Test
    void scenarioWithoutParameters_takesNone() {
        String without = SCENARIO.replaceFirst("(?s)parameters:.*?hosts", "hosts")
                .replace("${latency}", "5ms")
                .replace("${port}", "445");

        assertThat(load(without).isUsable()).isTrue();
        assertThat(load(without, "port", "80").renderProblems()).contains("the scenario has no parameters");
    }

    @Test
    void wrongValue_isJudgedWhereItIsUsed() {
        assertThat(load(SCENARIO, "latency", "quick").renderProblems())
                .contains("test.yaml:7:")
                .contains("'quick'");
    }

    @Test
    void unusedParameter_isAProblem() {
        assertThat(load(SCENARIO.replace("server:${port}", "server:445").replace("to port ${port}", ""))
                        .renderProblems())
                .contains("parameter 'port' is used nowhere");
    }

    @Test
    void parametersAndMatrix_worktogether() {
        String both = SCENARIO.replace("hosts:", "matrix: { extra: [\"${port}\", 446] }\nhosts:")
                .replace("tcp 445: { connect: accept }", "tcp 445: { connect: accept }, tcp 446: { connect: accept }")
                .replace("server:${port}", "server:${extra}");
        List<Scenario> variants = load(both).variants();

        assertThat(variants).extracting(one -> one.variant().label()).containsExactly("[extra=445]", "[extra=446]");
        assertThat(load(both.replace("extra", "port")).renderProblems())
                .contains("'port' is a parameter and a variable of the matrix");
    }

    @Test
    void wrongShapes_areProblems() {
        assertThat(load(SCENARIO.replaceFirst("(?s)parameters:.*?hosts", "parameters: [a]\nhosts"))
                        .renderProblems())
                .contains("expected a mapping from parameters to their defaults, found a list");
        assertThat(load(SCENARIO.replace("  port: 445", "  port:")).renderProblems())
                .contains("parameter 'port' has no default");
        assertThat(load(SCENARIO.replace("  port: 445", "  port: [445]"), "port", "446")
                        .renderProblems())
                .contains("parameter 'port' is a list, and a single value is set: '446'");
    }
}
