package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.place;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static dev.wsksim.scenario.run.StreamWorld.ECHO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What completion routines do besides returning: calls, the same call again, waits. */
class CompletionScriptsTest {

    private static final String SEND = """
              - { call: WskSend, on: s, id: send, with: { Buffer: hello }, completes: STATUS_SUCCESS }
            """;

    private static String receive(String routine, String more) {
        return ECHO
                + CONNECT
                + "  - { call: WskReceive, on: s, id: receive, with: { Buffer: 2 }" + more + ", irp: { "
                + routine + " } }\n"
                + SEND;
    }

    @Test
    void again_asOftenAsTheListSays_withTheSameIrp() {
        ScenarioResult result = run(receive(
                        "again: [{ outputs: { Buffer: ll } }, { outputs: { Buffer: o }, completes: { information: 1 } }]",
                        ", outputs: { Buffer: he }")
                + "  - await: receive\n" + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(traced(result, "IoAllocateIrp")).isEqualTo(4);
        assertThat(traced(result, "IoReuseIrp")).isEqualTo(2);
        assertThat(traced(result, "calls it again")).isEqualTo(2);
    }

    @Test
    void again_anotherOutcome_isAFindingOfThatTime() {
        Finding finding =
                only(run(receive("again: [{ outputs: { Buffer: ll } }, { completes: { information: 2 } }]", "")
                        + "  - await: receive\n" + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.COMPLETION);
        assertThat(finding.title()).contains("Information");
        assertThat(finding.actual()).isEqualTo("1");
    }

    @Test
    void again_lastOneNeverCompletes_isAFindingThere() {
        ScenarioResult result = run(receive("again: [{ }, { }, { completes: STATUS_SUCCESS }]", "")
                + "  - wait: 1s\n  - cancel: receive\n  - await: receive\n" + CLOSE);

        Finding finding = only(result);
        assertThat(finding.actual()).isEqualTo("STATUS_CANCELLED");
    }

    @Test
    void whileReceived_endsWithTheIrpThatIsCancelled() {
        ScenarioResult result = run(receive("again: while-received, free: in-routine", "")
                + "  - wait: 1s\n  - cancel: receive\n  - await: receive\n" + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(traced(result, "calls it again")).isEqualTo(3);
    }

    @Test
    void calls_inTheRoutine_areMadeWhereItRuns() {
        ScenarioResult result = run(ECHO + """
                steps:
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, socket: s }
                    irp:
                      calls: [{ call: WskGetLocalAddress, id: inside, on: s, completes: STATUS_SUCCESS }]
                  - await: inside
                """ + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(
                        traced(
                                result,
                                "WskGetLocalAddress(Socket: socket 1, LocalAddress: not NULL, Irp: IRP 2) called at DISPATCH_LEVEL"))
                .isEqualTo(1);
    }

    @Test
    void calls_violationInside_standsAtTheCall() {
        Finding finding = only(run(receive("calls: [\n      { call: WskDisconnect, on: s, with: { Flags: 8 } }]", "")
                + "  - wait: 1s\n" + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.VIOLATION);
        assertThat(place(finding)).isEqualTo("21:7");
    }

    @Test
    void calls_routineNeverRuns_isAFinding() {
        ScenarioResult result = run(ECHO + CONNECT
                + "  - { call: WskReceive, on: s, id: receive, with: { Buffer: 2 }, irp: { invoke-on: [success],"
                + " calls: [{ call: WskSend, on: s, with: { Buffer: hello } }] } }\n"
                + CLOSE);

        assertThat(kinds(result)).containsExactly(FindingKind.VIOLATION, FindingKind.COMPLETION);
        assertThat(result.findings().get(1).title()).contains("never ran");
    }

    @Test
    void awaits_aboveApcLevel_stopsWindows() {
        ScenarioResult result =
                run(receive("calls: [{ call: WskSend, id: reply, on: s, with: { Buffer: x } }], awaits: [reply]", "")
                        + "  - await: receive\nexpect: { bug-check: IRQL_NOT_LESS_OR_EQUAL }\n");

        assertThat(kinds(result)).isEmpty();
    }

    private static long traced(ScenarioResult result, String text) {
        return result.trace().stream()
                .filter(entry -> entry.record().describe().contains(text))
                .count();
    }
}
