package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.kinds;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.wsksim.verifier.Severity;
import org.junit.jupiter.api.Test;

/** Which broken rules fail a run, as the scenario and the options say. */
class VerifierSectionTest {

    /** Breaks WSK-SOCKET-006, which is a should. */
    private static final String ADVISED_AGAINST =
            ACCEPTING + CONNECT.replace("server:445 }", "server:445, SocketContext: context }") + CLOSE;

    private static String section(String text) {
        return "verifier: " + text + "\n";
    }

    @Test
    void nothingSaid_aBrokenShouldFails() {
        ScenarioResult result = run(ADVISED_AGAINST);

        assertThat(kinds(result)).containsExactly(FindingKind.VIOLATION);
        assertThat(result.remarks()).isEmpty();
    }

    @Test
    void failOnMust_aBrokenShouldIsARemark() {
        ScenarioResult result = run(ADVISED_AGAINST + section("{ fail-on: must }"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.violations()).containsExactly("WSK-SOCKET-006");
        assertThat(result.remarks())
                .extracting(
                        Remark::kind, Remark::rule, remark -> remark.position().line(), Remark::because)
                .containsExactly(tuple(
                        Remark.Kind.TOLERATED,
                        "WSK-SOCKET-006",
                        14,
                        "a rule of severity should does not fail this run"));
    }

    @Test
    void failOnShould_aBrokenShouldFails() {
        assertThat(kinds(run(ADVISED_AGAINST + section("{ fail-on: should }")))).containsExactly(FindingKind.VIOLATION);
    }

    @Test
    void failOnOption_winsOverTheScenario() {
        RunOptions strict = RunOptions.DEFAULT.withFailOn(Severity.QUALITY);

        assertThat(kinds(run(ADVISED_AGAINST + section("{ fail-on: must }"), strict)))
                .containsExactly(FindingKind.VIOLATION);
        assertThat(run(ADVISED_AGAINST, RunOptions.DEFAULT.withFailOn(Severity.MUST))
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void off_isARemarkWithTheReason() {
        ScenarioResult result =
                run(ADVISED_AGAINST + section("{ off: [{ rule: WSK-SOCKET-006, because: it is shipped }] }"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.remarks())
                .extracting(Remark::kind, Remark::message, Remark::because)
                .containsExactly(tuple(
                        Remark.Kind.TOLERATED,
                        "WskSocketConnect was given a SocketContext but no Dispatch",
                        "off, because it is shipped"));
    }

    @Test
    void off_anotherRule_stillFails() {
        ScenarioResult result =
                run(ADVISED_AGAINST + section("{ off: [{ rule: WSK-IRP-004, because: it is shipped }] }"));

        assertThat(kinds(result)).containsExactly(FindingKind.VIOLATION);
    }

    @Test
    void off_notBroken_isSaid() {
        ScenarioResult result =
                run(ACCEPTING + CONNECT + CLOSE + section("{ off: [{ rule: WSK-IRP-004, because: old }] }"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.remarks())
                .extracting(
                        Remark::kind, Remark::rule, remark -> remark.position().line())
                .containsExactly(tuple(Remark.Kind.NOT_NEEDED, "WSK-IRP-004", 23));
    }

    @Test
    void off_aRuleAboutLeftOvers_toleratesTheLeftOver() {
        String forgotten = ACCEPTING + CONNECT;

        assertThat(kinds(run(forgotten))).containsExactly(FindingKind.LEFT_OVER);
        ScenarioResult result =
                run(forgotten + section("{ off: [{ rule: WSK-SOCKET-007, because: it never unloads }] }"));
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.remarks()).extracting(Remark::rule).containsExactly("WSK-SOCKET-007");
    }

    @Test
    void section_changesNoDigest() {
        assertThat(run(ADVISED_AGAINST + section("{ fail-on: must }")).digest())
                .isEqualTo(run(ADVISED_AGAINST).digest());
    }
}
