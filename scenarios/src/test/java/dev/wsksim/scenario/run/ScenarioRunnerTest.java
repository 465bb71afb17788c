package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.WORLD;
import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.only;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Profile;
import dev.wsksim.engine.Decision;
import dev.wsksim.engine.SimTime;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Plays small scenarios that are wrong in one way each, and looks at the finding.
 *
 * <pre>
 * client 192.0.2.10 ── 5 ms ── 192.0.2.20 server (445 as each test says)
 * </pre>
 */
class ScenarioRunnerTest {

    @Test
    void run_everythingAsExpected_passes() {
        ScenarioResult result = run(ACCEPTING + CONNECT + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void run_twice_sameDigestWhoeverListens() {
        String text = ACCEPTING + CONNECT + CLOSE;
        List<TraceEntry> seen = new ArrayList<>();

        ScenarioResult first = run(text);
        ScenarioResult second = run(text, RunOptions.DEFAULT.withSink(seen::add));

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(seen).isEqualTo(second.trace());
    }

    @Test
    void run_otherReturnedStatus_findsItWithPlaceAndReason() {
        Finding finding =
                only(run(ACCEPTING + CONNECT.replace("returns: STATUS_PENDING", "returns: STATUS_SUCCESS") + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.RETURN);
        assertThat(finding.expected()).isEqualTo("STATUS_SUCCESS");
        assertThat(finding.actual()).isEqualTo("STATUS_PENDING");
        assertThat(finding.position().line()).isEqualTo(17);
        assertThat(finding.evidence()).isNotEmpty();
        assertThat(finding.evidence().get(0).record()).isInstanceOf(StepTaken.class);
    }

    @Test
    void run_completionTooLate_saysHowMuch() {
        Finding finding = only(run(ACCEPTING + CONNECT.replace("after: 10ms", "within: 9ms") + CLOSE));

        assertThat(finding.kind()).isEqualTo(FindingKind.COMPLETION);
        assertThat(finding.expected()).isEqualTo("within 9ms");
        assertThat(finding.actual()).isEqualTo("after 10ms");
        assertThat(finding.hint()).contains("1ms too late");
    }

    @Test
    void run_completionTooEarly_saysHowMuch() {
        Finding finding = only(run(ACCEPTING + CONNECT.replace("after: 10ms", "between: [12ms, 20ms]") + CLOSE));

        assertThat(finding.hint()).contains("2ms too early");
    }

    @Test
    void run_otherCompletionStatus_givesTheProvidersReason() {
        String refused = WORLD + """
                driver: { host: client }
                """ + CONNECT.replace(", after: 10ms, socket: s", "");
        Finding finding = only(run(refused));

        assertThat(finding.kind()).isEqualTo(FindingKind.COMPLETION);
        assertThat(finding.expected()).isEqualTo("STATUS_SUCCESS");
        assertThat(finding.actual()).isEqualTo("STATUS_CONNECTION_REFUSED");
        assertThat(finding.hint()).contains("connect stage").contains("RST");
    }

    @Test
    void run_completesNeverButDoes_findsIt() {
        Finding finding = only(run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:9 }
                    completes: never
                """));

        assertThat(finding.kind()).isEqualTo(FindingKind.COMPLETION);
        assertThat(finding.actual()).contains("STATUS_CONNECTION_REFUSED at 2.05s");
    }

    @Test
    void run_irpStillPendingAtTheEnd_isNamedByTheStall() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskDeregister
                    id: d
                  - await: d
                """);

        assertThat(kinds(result)).contains(FindingKind.STALL);
        assertThat(result.findings().get(0).actual())
                .contains(
                        "waits for WskDeregister called by thread 'System'",
                        "waits for the provider NPI that registration 1 has captured",
                        "WskReleaseProviderNPI would release it");
        assertThat(result.waits().roots()).hasSize(1);
    }

    @Test
    void run_socketLeftOpen_isLeftOver() {
        ScenarioResult result = run(ACCEPTING + CONNECT);

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.findings())
                .anyMatch(finding -> finding.kind() == FindingKind.LEFT_OVER
                        && finding.actual().contains("socket 's' (socket 1) is connected"));
    }

    @Test
    void run_leftOverExpected_isFine() {
        ScenarioResult result = run(ACCEPTING + CONNECT + "expect: { left-over: [open-socket] }\n");

        assertThat(kinds(result)).doesNotContain(FindingKind.LEFT_OVER);
    }

    @Test
    void run_leftOverExpectedButNone_findsIt() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + "expect: { left-over: [open-socket] }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.LEFT_OVER);
    }

    @Test
    void run_packetNotSent_showsTheNearestOne() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + """
                expect:
                  packets:
                    - client > server: SYN
                    - server > client: SYN+ACK
                      after: 6ms
                """));

        assertThat(finding.kind()).isEqualTo(FindingKind.PACKETS);
        assertThat(finding.expected()).isEqualTo("server > client: SYN+ACK after 6ms");
        assertThat(finding.hint()).contains("at 5ms, 5ms after the packet before");
    }

    @Test
    void run_packetsExactlyWithOneMore_findsIt() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + """
                expect:
                  packets-exactly:
                    - client > server: SYN
                    - server > client: SYN+ACK
                    - client > server: ACK
                """));

        assertThat(finding.expected()).isEqualTo("no more packets");
        assertThat(finding.actual()).contains("RST");
    }

    @Test
    void run_packetCountDiffers_listsTheInstants() {
        Finding finding =
                only(run(ACCEPTING + CONNECT + CLOSE + "expect: { packets-sent: { client > server SYN: 2 } }\n"));

        assertThat(finding.actual()).isEqualTo("client > server SYN: 1");
        assertThat(finding.hint()).isEqualTo("sent at 0s");
    }

    @Test
    void run_functionNotSimulated_isInconclusiveByName() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - { call: WskSocket, id: create, completes: { status: STATUS_SUCCESS, socket: s } }
                  - await: create
                  - call: WskControlSocket
                    on: s
                    with: { RequestType: WskIoctl, ControlCode: SIO_QUERY_RSS_SCALABILITY_INFO }
                """);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(only(result).title()).contains("WskIoctl SIO_QUERY_RSS_SCALABILITY_INFO");
    }

    @Test
    void run_limitReached_isInconclusiveByName() {
        ScenarioResult result = run(ACCEPTING + CONNECT + CLOSE + "limits: { events: 3 }\n");

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(only(result).title()).contains("limit 'events' of 3 reached");
    }

    @Test
    void run_socketNeverDelivered_stopsTheStepsWithAFinding() {
        ScenarioResult result = run(WORLD + "driver: { host: client }\n" + CONNECT + CLOSE);

        assertThat(kinds(result)).contains(FindingKind.ARGUMENT);
        assertThat(result.findings().get(0).title())
                .isEqualTo("WskSocketConnect: the IRP completed with another status");
        assertThat(result.findings())
                .last()
                .extracting(Finding::title)
                .asString()
                .contains("socket 's' does not exist");
    }

    @Test
    void run_parameterThatTheCallDoesNotUse_isAFindingInsteadOfIgnored() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskRegister
                    with: { WskClientNpi: something }
                """);

        assertThat(result.findings().get(0).kind()).isEqualTo(FindingKind.ARGUMENT);
        assertThat(result.findings().get(0).title()).contains("WskClientNpi is no structure");
    }

    @Test
    void run_clientOfAnUnknownRegistration_isAnArgumentFinding() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { Client: nobody, RemoteAddress: server:445 }
                """);

        assertThat(result.findings().get(0).title()).isEqualTo("no registration is called 'nobody'");
    }

    @Test
    void run_socketExpectedButNotDelivered_isAFinding() {
        Finding finding = only(run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:9 }
                    completes: { socket: s }
                """));

        assertThat(finding.kind()).isEqualTo(FindingKind.COMPLETION);
        assertThat(finding.title()).contains("no socket was delivered that could be called 's'");
        assertThat(finding.actual()).isEqualTo("STATUS_CONNECTION_REFUSED");
    }

    @Test
    void run_scriptedDecisionNeverAsked_isAFinding() {
        Finding finding =
                only(run(ACCEPTING + CONNECT + CLOSE + "decisions: [{ at: WskBind.completion, choose: inline }]\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.DECISION);
        assertThat(finding.actual()).isEqualTo("0 times");
    }

    @Test
    void run_blockedCallOnAThreadOfItsOwn_letsTheOtherStepsGoOn() {
        ScenarioResult result =
                run(ACCEPTING.replace("driver: { host: client }", "driver: { host: client, threads: { worker: {} } }")
                        + """
                steps:
                  - call: WskSocketConnect
                    id: c
                    thread: worker
                    with: { RemoteAddress: server:445 }
                    returns: STATUS_SUCCESS
                    returned: { after: 10ms }
                    completes: { status: STATUS_SUCCESS, after: 10ms, socket: s }
                  - { checkpoint: meanwhile, at: 3ms }
                  - await: c
                """
                        + CLOSE
                        + "decisions: [{ at: WskSocketConnect.completion, choose: inline }]\n");

        assertThat(result.findings()).isEmpty();
        assertThat(result.trace())
                .anyMatch(entry -> entry.timeNanos() == 3_000_000
                        && entry.record().describe().contains("checkpoint meanwhile"));
    }

    @Test
    void run_unexpectedBugCheck_isAFindingAndEndsTheRun() {
        ScenarioResult result = run(ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    irql: 3
                    with: { RemoteAddress: server:445 }
                """);

        assertThat(kinds(result)).contains(FindingKind.BUG_CHECK);
    }

    @Test
    void run_bugCheckExpectedButNone_findsIt() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + "expect: { bug-check: IRQL_NOT_LESS_OR_EQUAL }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.BUG_CHECK);
    }

    @Test
    void run_textNotReached_findsIt() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + "expect: { reached: [SYN sent again] }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.REACHED);
    }

    @Test
    void run_otherFinalState_findsIt() {
        Finding finding = only(run(ACCEPTING + CONNECT + CLOSE + "expect: { final: { s: { state: connected } } }\n"));

        assertThat(finding.kind()).isEqualTo(FindingKind.FINAL_STATE);
        assertThat(finding.actual()).isEqualTo("closed");
    }

    @Test
    void run_interrupted_isInconclusiveAndSaysSo() {
        int[] asked = {0};
        ScenarioResult result =
                run(ACCEPTING + CONNECT + CLOSE, RunOptions.DEFAULT.withCancelled(() -> ++asked[0] > 2));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(only(result).title()).contains("interrupted");
    }

    @Test
    void run_scriptedInline_returnsSuccess() {
        ScenarioResult result = run(ACCEPTING
                + CONNECT.replace("returns: STATUS_PENDING", "returns: STATUS_SUCCESS")
                + CLOSE
                + "decisions: [{ at: WskSocketConnect.completion, choose: inline }]\n");

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void run_seededDecisionsReplayed_sameDigest() {
        String text = ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    id: c
                    with: { RemoteAddress: server:445 }
                    completes: { status: STATUS_SUCCESS, socket: s }
                  - await: c
                """ + CLOSE;
        boolean untypical = false;
        for (long seed = 1; seed <= 20; seed++) {
            ScenarioResult drawn = run(text, RunOptions.DEFAULT.withSeed(seed).withSeededDecisions());
            ScenarioResult replayed =
                    run(text, RunOptions.DEFAULT.withSeed(seed).withReplay(drawn.decisions()));

            assertThat(drawn.findings()).as("seed %s", seed).isEmpty();
            assertThat(replayed.digest()).as("seed %s", seed).isEqualTo(drawn.digest());
            untypical |= drawn.decisions().stream().anyMatch(ScenarioRunnerTest::isUntypical);
        }
        assertThat(untypical).as("some seed answers otherwise than typically").isTrue();
    }

    private static boolean isUntypical(Decision decision) {
        return decision.answer() != 0;
    }

    @Test
    void run_profileOption_replacesTheScenariosOwn() {
        String refused = WORLD + """
                driver: { host: client }
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445 }
                    completes: STATUS_CONNECTION_REFUSED
                """;
        SimTime modern = run(refused).endedAt();
        SimTime classic =
                run(refused, RunOptions.DEFAULT.withProfile(Profile.WINDOWS_7)).endedAt();

        assertThat(modern).isEqualTo(SimTime.ofNanos(2_050_000_000L));
        assertThat(classic).isEqualTo(SimTime.ofNanos(1_030_000_000L));
    }
}
