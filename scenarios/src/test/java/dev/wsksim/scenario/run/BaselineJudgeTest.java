package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Baseline;
import dev.wsksim.scenario.model.Baseline.Accepted;
import dev.wsksim.scenario.model.Baseline.Spot;
import dev.wsksim.scenario.model.SourcePosition;
import org.junit.jupiter.api.Test;

/** What a baseline accepts, and what it does not. */
class BaselineJudgeTest {
    private static final String FILE = "seen/test.yaml";

    /** Breaks WSK-SOCKET-006 at the connect, and leaves the socket open: WSK-SOCKET-007. */
    private static final String BROKEN =
            ACCEPTING + CONNECT.replace("server:445 }", "server:445, SocketContext: context }");

    private static final Spot CONTEXT = new Spot(FILE, "", "WSK-SOCKET-006", "WskSocketConnect c");
    private static final Spot OPEN = new Spot(FILE, "", "WSK-SOCKET-007", "WskSocketConnect c");

    private static BaselineJudge judge(Spot... spots) {
        ImmutableList.Builder<Accepted> accepted = ImmutableList.builder();
        for (Spot spot : spots) {
            accepted.add(new Accepted(spot, 1, "", SourcePosition.NONE));
        }
        return new BaselineJudge(new Baseline(accepted.build()), file -> "seen/" + file, false);
    }

    @Test
    void judge_everythingAccepted_passes() {
        BaselineJudge judge = judge(CONTEXT, OPEN);

        ScenarioResult result = judge.judge(run(BROKEN));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.remarks()).extracting(Remark::because).containsOnly("in the baseline");
        assertThat(result.remarks())
                .extracting(Remark::message)
                .contains("WskSocketConnect was given a SocketContext but no Dispatch");
        assertThat(judge.gone()).isEmpty();
        assertThat(judge.unjudged()).isZero();
    }

    @Test
    void judge_newViolation_fails() {
        ScenarioResult result = judge(CONTEXT).judge(run(BROKEN));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(kinds(result)).containsExactly(FindingKind.LEFT_OVER);
    }

    @Test
    void judge_oftenerThanAccepted_fails() {
        Spot addresses = new Spot(FILE, "", "WSK-ARG-003", "WskSocketConnect c");
        String twice = ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    id: c
                    with: { LocalAddress: NULL, RemoteAddress: NULL }
                """;

        ScenarioResult result = judge(addresses).judge(run(twice));

        assertThat(result.remarks()).hasSize(1);
        assertThat(result.findings()).extracting(Finding::title).anyMatch(title -> title.startsWith("WSK-ARG-003: "));
    }

    @Test
    void judge_linesMoved_isTheSamePlace() {
        String moved = "# one\n\n# two\n" + BROKEN.replace("steps:\n", "steps:\n  - { checkpoint: here }\n");

        assertThat(judge(CONTEXT, OPEN).judge(run(moved)).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void judge_violationGone_isTold() {
        BaselineJudge judge = judge(CONTEXT, OPEN);

        judge.judge(run(ACCEPTING + CONNECT));

        assertThat(judge.gone()).extracting(Accepted::spot).containsExactly(CONTEXT);
        assertThat(judge.renewed().accepted()).extracting(Accepted::spot).containsExactly(OPEN);
    }

    @Test
    void judge_scenarioNotPlayed_isNotTakenForGone() {
        Spot elsewhere = new Spot("seen/other.yaml", "", "WSK-IRP-004", "WskSend on s");
        BaselineJudge judge = judge(CONTEXT, OPEN, elsewhere);

        judge.judge(run(BROKEN));

        assertThat(judge.gone()).isEmpty();
        assertThat(judge.unjudged()).isEqualTo(1);
        assertThat(judge.renewed().accepted())
                .extracting(Accepted::spot)
                .containsExactlyInAnyOrder(CONTEXT, OPEN, elsewhere);
    }

    @Test
    void judge_expectationsThatAreNotMet_areNeverAccepted() {
        BaselineJudge everything = new BaselineJudge(Baseline.EMPTY, file -> file, true);

        ScenarioResult result = everything.judge(run(BROKEN.replace("after: 10ms", "after: 9ms")));

        assertThat(kinds(result)).containsExactly(FindingKind.COMPLETION);
        assertThat(everything.renewed().accepted()).hasSize(2);
    }

    @Test
    void judge_nothingAccepted_isTheResultItself() {
        ScenarioResult result = run(BROKEN);

        assertThat(judge().judge(result)).isSameAs(result);
    }

    @Test
    void places_ofStepsThatLookAlike_areNumbered() {
        String close = "  - { call: WskCloseSocket, on: s, completes: STATUS_SUCCESS }\n";
        BaselineJudge everything = new BaselineJudge(Baseline.EMPTY, file -> file, true);

        everything.judge(run(ACCEPTING + CONNECT + close + "  - { wait: 1ms }\n"
                + close.replace(", completes: STATUS_SUCCESS", "")));

        assertThat(everything.renewed().accepted())
                .extracting(one -> one.spot().rule() + " " + one.spot().place())
                .contains("WSK-SOCKET-001 WskCloseSocket on s (2)");
    }
}
