package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The functions of a connection as call steps: what they demand, and what they pass on. */
class StreamFunctionsTest {

    @Test
    void wskDisconnect_withoutBuffer_passesNull() {
        ScenarioResult result = run(ACCEPTING
                + CONNECT
                + "  - { call: WskDisconnect, on: s, id: d, completes: STATUS_SUCCESS }\n"
                + "  - await: d\n"
                + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.trace())
                .anyMatch(entry -> entry.record().describe().contains("WskDisconnect(Socket: socket 1, Buffer: NULL"));
    }

    @Test
    void wskRelease_ofAListThatDoesNotExistYet_isAFinding() {
        Finding finding = only(run(StreamWorld.ECHO
                + StreamWorld.connect("WskReceiveEvent: { DataIndication: d }")
                + "  - { call: WskRelease, on: s, with: { DataIndication: d } }\n"));

        assertThat(finding.title()).contains("its callback has not been called");
    }
}
