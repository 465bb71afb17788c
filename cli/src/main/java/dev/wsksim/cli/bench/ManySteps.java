package dev.wsksim.cli.bench;

import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Scenario;

/** Scenarios with so many steps as one wants: a connection over which WskSend sends again and again. */
final class ManySteps {

    private static final String BEGINNING = """
            wsksim: 1
            name: many steps
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms }
              server -> client: same
            peers:
              server:
                tcp 445: { connect: accept }
            driver: { host: client }
            steps:
              - call: WskSocketConnect
                id: connect
                with: { LocalAddress: any:0, RemoteAddress: server:445 }
                completes: { status: STATUS_SUCCESS, socket: s }
              - await: connect
            """;
    private static final int STEPS_OF_BEGINNING = 2;

    private ManySteps() {}

    /** Returns the text of a scenario with this even number of steps. */
    static String yaml(int steps) {
        StringBuilder yaml = new StringBuilder(BEGINNING);
        for (int i = STEPS_OF_BEGINNING; i < steps; i += 2) {
            yaml.append("  - { call: WskSend, id: send")
                    .append(i)
                    .append(
                            ", on: s, with: { Buffer: hello }, completes: { status: STATUS_SUCCESS } }\n  - await: send")
                    .append(i)
                    .append('\n');
        }
        return yaml.toString();
    }

    /** Returns the scenario of a text. */
    static Scenario load(String yaml) {
        LoadResult result = new ScenarioLoader().loadText("many-steps.yaml", yaml);
        if (!result.isUsable()) {
            throw new IllegalStateException(result.renderProblems());
        }
        return result.variants().get(0);
    }
}
