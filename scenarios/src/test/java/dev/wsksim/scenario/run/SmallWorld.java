package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.LoadResult;
import dev.wsksim.scenario.load.ScenarioLoader;
import java.util.List;

/**
 * The parts of small scenarios, and how to play them.
 *
 * <pre>
 * client 192.0.2.10 ── 5 ms ── 192.0.2.20 server (445 as each test says)
 * </pre>
 */
final class SmallWorld {

    static final String WORLD = """
            wsksim: 1
            name: test
            hosts:
              client: { addresses: [192.0.2.10] }
              server: { addresses: [192.0.2.20] }
            links:
              client -> server: { latency: 5ms }
              server -> client: same
            """;

    static final String ACCEPTING = WORLD + """
            peers:
              server:
                tcp 445: { connect: [accept] }
            driver: { host: client }
            """;

    static final String CONNECT = """
            steps:
              - call: WskSocketConnect
                id: c
                with: { RemoteAddress: server:445 }
                returns: STATUS_PENDING
                completes: { status: STATUS_SUCCESS, after: 10ms, socket: s }
              - await: c
            """;

    static final String CLOSE = """
              - call: WskCloseSocket
                on: s
                completes: STATUS_SUCCESS
            """;

    private SmallWorld() {}

    static ScenarioResult run(String text) {
        return run(text, RunOptions.DEFAULT);
    }

    static ScenarioResult run(String text, RunOptions options) {
        LoadResult loaded = new ScenarioLoader().loadText("test.yaml", text);
        assertThat(loaded.renderProblems()).isEmpty();
        return new ScenarioRunner(options).run(loaded.variants().get(0));
    }

    static Finding only(ScenarioResult result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    static List<FindingKind> kinds(ScenarioResult result) {
        return result.findings().stream().map(Finding::kind).toList();
    }

    /** Returns line and column of a finding. */
    static String place(Finding finding) {
        return finding.position().line() + ":" + finding.position().column();
    }
}
