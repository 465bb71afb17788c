package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is looked at when all steps are taken: left-overs, broken obligations, states, marks. */
class EndChecksTest {

    private static final String NULL_IRP = ACCEPTING + """
            steps:
              - call: WskSocketConnect
                with: { RemoteAddress: server:445, Irp: NULL }
            """;

    @Test
    void violation_unexpected_standsAtTheStepThatBrokeTheRule() {
        Finding finding = only(run(NULL_IRP));

        assertThat(finding.kind()).isEqualTo(FindingKind.VIOLATION);
        assertThat(finding.title()).startsWith("WSK-");
        assertThat(place(finding)).isEqualTo("14:5");
        assertThat(finding.rule()).contains("using-irps-with-winsock-kernel-functions");
    }

    @Test
    void violation_ofAStepInAGroup_standsAtThatStep() {
        Finding finding = only(run(ACCEPTING + """
                steps:
                  - steps:
                      - { checkpoint: here }
                      - call: WskSocketConnect
                        with: { RemoteAddress: server:445, Irp: NULL }
                """));

        assertThat(place(finding)).isEqualTo("16:9");
    }

    @Test
    void violation_expectedAndNotBroken_isAFinding() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + "expect: { violations: [WSK-IRP-001] }\n"));

        assertThat(finding.expected()).isEqualTo("WSK-IRP-001");
        assertThat(finding.actual()).isEqualTo("no rule was broken");
    }

    @Test
    void leftOver_neverFreed_namesTheIrp() {
        Finding finding =
                only(run(ACCEPTING + CONNECT.replace("returns:", "irp: { free: never }\n    returns:") + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.LEFT_OVER);
        assertThat(finding.title()).endsWith("unfreed-irp");
        assertThat(finding.actual()).startsWith("IRP 1 ");
    }

    @Test
    void leftOver_manualRegistrationNotUndone_isAFinding() {
        ScenarioResult result = run(ACCEPTING.replace("{ host: client }", "{ host: client, registration: manual }")
                + "steps: [{ call: WskRegister }]\n");

        assertThat(only(result).actual()).isEqualTo("WskDeregister was not called");
    }

    @Test
    void leftOver_automaticRegistrationCapturedTwice_isAFindingAndNoHang() {
        ScenarioResult result = run(ACCEPTING + "steps: [{ call: WskCaptureProviderNPI, returns: STATUS_SUCCESS }]\n");

        assertThat(only(result).title()).endsWith("captured-npi");
    }

    @Test
    void leftOver_automaticRegistrationUndoneBySteps_isNotUndoneAgain() {
        ScenarioResult result = run(ACCEPTING + "steps: [{ call: WskReleaseProviderNPI }, { call: WskDeregister }]\n");

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void finalState_socketNeverDelivered_isAFinding() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:9 }
                    completes: { status: STATUS_CONNECTION_REFUSED, socket: s }
                expect: { final: { s: { state: connected } } }
                """);

        assertThat(result.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.FINAL_STATE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).isEqualTo("it was never delivered"));
    }

    @Test
    void finalState_whenABugCheckEndsTheRun_isComparedWithWhatWasLeft() {
        ScenarioResult result = run(ACCEPTING + CONNECT + """
                  - call: WskSocketConnect
                    irql: 3
                    with: { RemoteAddress: server:445 }
                expect: { bug-check: IRQL_NOT_LESS_OR_EQUAL, final: { s: { state: closed } }, left-over: [open-socket, cached-descriptor] }
                """);

        assertThat(kinds(result))
                .containsOnlyOnce(FindingKind.FINAL_STATE, FindingKind.LEFT_OVER)
                .doesNotContain(FindingKind.BUG_CHECK);
    }

    @Test
    void bugCheck_another_isAFinding() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    irql: 3
                    with: { RemoteAddress: server:445 }
                expect: { bug-check: MULTIPLE_IRP_COMPLETE_REQUESTS }
                """);

        assertThat(result.findings())
                .anyMatch(finding -> finding.kind() == FindingKind.BUG_CHECK
                        && finding.expected().equals("MULTIPLE_IRP_COMPLETE_REQUESTS"));
    }

    @Test
    void reached_checkpoint_isMet() {
        ScenarioResult result = run(ACCEPTING + "steps: [{ checkpoint: half way }]\nexpect: { reached: [half way] }\n");

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void notSimulated_standsAtTheStep() {
        Finding finding = only(run(ACCEPTING + CONNECT
                + "  - { call: WskGetAddressInfo, with: { NodeName: server, Hints: { ai_flags: AI_SECURE } } }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.NOT_SIMULATED);
        assertThat(place(finding)).isEqualTo("20:5");
    }

    private static final String BROKEN = ACCEPTING.replace("driver:", "limits: { virtual-time: 1s }\ndriver:") + """
            steps:
              - call: WskSocket
                id: create
                completes: { status: STATUS_SUCCESS, socket: s }
              - await: create
              - { call: WskBind, id: bind, on: s, with: { Flags: 4 }, completes: STATUS_INVALID_PARAMETER }
            """;

    @Test
    void violation_beforeALimit_failsTheRunAndBothAreTold() {
        ScenarioResult result = run(BROKEN + "  - wait: 2s\n");

        assertThat(kinds(result)).containsExactly(FindingKind.VIOLATION, FindingKind.LIMIT);
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(place(result.findings().get(0))).isEqualTo("19:5");
        assertThat(place(result.findings().get(1)))
                .as("the step at which the run stood")
                .isEqualTo("20:5");
    }

    @Test
    void violation_expectedBeforeALimit_leavesTheRunInconclusive() {
        ScenarioResult result = run(BROKEN + "  - wait: 2s\nexpect: { violations: [WSK-ARG-002, WSK-IRP-001] }\n");

        assertThat(kinds(result)).containsExactly(FindingKind.LIMIT);
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void violation_beforeSomethingNotSimulated_failsTheRunAndBothAreTold() {
        ScenarioResult result = run(BROKEN
                + "  - { call: WskGetAddressInfo, with: { NodeName: server, Hints: { ai_flags: AI_SECURE } } }\n");

        assertThat(kinds(result)).containsExactly(FindingKind.VIOLATION, FindingKind.NOT_SIMULATED);
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void violation_beforeAnArgumentThatCannotBeSet_isTold() {
        ScenarioResult result = run(BROKEN + "  - { call: WskAccept, on: nobody, with: { } }\n".replace("nobody", "s"));

        assertThat(kinds(result)).contains(FindingKind.VIOLATION);
    }

    @Test
    void completion_thatCameBeforeALimit_isCompared() {
        ScenarioResult result = run(BROKEN.replace("Flags: 4", "Flags: 0") + "  - wait: 2s\n");

        assertThat(kinds(result)).containsExactly(FindingKind.COMPLETION, FindingKind.LIMIT);
    }
}
