package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of a fault that too few calls have met. */
class FaultChecksTest {

    private static final String STEPS = WORLD + """
            driver: { host: client }
            steps:
              - { call: WskControlClient, with: { ControlCode: WSK_SET_STATIC_EVENT_CALLBACKS, InputBuffer: [WSK_EVENT_RECEIVE], Irp: NULL } }
              - { call: WskSocket, id: make, completes: { status: STATUS_SUCCESS, socket: s } }
              - await: make
              - { call: WskCloseSocket, on: s }
            """;

    @Test
    void aSingleFault_isNotSaidToStandBehindAnother() {
        Finding finding =
                only(run(STEPS + "faults: [{ call: WskSocket, nth: 2, status: STATUS_INSUFFICIENT_RESOURCES }]"));

        assertThat(finding.hint()).isEqualTo("calls count that have an IRP and good handles");
        assertThat(finding.actual()).isEqualTo("0 failed calls among 1 call of WskSocket");
    }

    @Test
    void callsWithoutAnIrp_areCounted() {
        Finding finding =
                only(run(STEPS + "faults: [{ call: WskControlClient, status: STATUS_INSUFFICIENT_RESOURCES }]"));

        assertThat(finding.hint()).isEqualTo("calls count that have an IRP and good handles; 1 call had no IRP");
        assertThat(finding.actual()).isEqualTo("0 failed calls among 0 calls of WskControlClient");
    }

    @Test
    void severalFaultsOfACall_areSaidToExcludeEachOther() {
        ScenarioResult result = run(STEPS + """
                faults:
                  - { call: WskSocket, nth: 2, status: STATUS_INSUFFICIENT_RESOURCES }
                  - { call: WskSocket, nth: 3, status: STATUS_INVALID_PARAMETER }
                """);

        assertThat(result.findings()).hasSize(2);
        assertThat(result.findings().get(0).hint())
                .isEqualTo(
                        "calls count that have an IRP and good handles; of several faults for the same call the first"
                                + " one is met");
    }
}
