package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completions that are forced: each IRP alike, and the same end. */
class ForcedCompletionsTest {

    private static final String TEXT = StreamWorld.ECHO
            + SmallWorld.CONNECT.replace("    returns: STATUS_PENDING\n", "")
            + StreamWorld.SEND_HELLO
            + CLOSE
            + "expect: { final: { s: { state: closed } } }\n";

    private static ScenarioResult run(DecisionMode mode) {
        return SmallWorld.run(TEXT, RunOptions.DEFAULT.withDecisions(mode));
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionMode.class,
            names = {"INLINE", "PENDED", "DISPATCH"})
    void completion_inEveryMode_comesToTheSameEnd(DecisionMode mode) {
        assertThat(run(mode).findings()).isEmpty();
    }

    @Test
    void completion_pended_isAtTheIrqlOfTheMode() {
        assertThat(irqls(DecisionMode.PENDED)).containsOnly(Irql.PASSIVE_LEVEL);
        assertThat(irqls(DecisionMode.DISPATCH)).containsOnly(Irql.DISPATCH_LEVEL);
    }

    @Test
    void completion_inline_comesBeforeTheReturn() {
        assertThat(run(DecisionMode.INLINE).trace())
                .noneMatch(entry -> entry.record().describe().contains("returned STATUS_PENDING"));
        assertThat(run(DecisionMode.PENDED).trace())
                .anyMatch(entry -> entry.record().describe().contains("WskSend returned STATUS_PENDING"));
    }

    @Test
    void inlineCall_thatTheDriverAwaitsNext_waitsInside() {
        ScenarioResult result = inline(SmallWorld.ACCEPTING + SmallWorld.CONNECT + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(describe(result))
                .contains("irp.inline-wait: until-the-outcome", "WskSocketConnect returned STATUS_SUCCESS");
    }

    @Test
    void inlineCall_thatIsTheLastStep_waitsInside() {
        ScenarioResult result = inline(SmallWorld.ACCEPTING
                + SmallWorld.CONNECT.replace("  - await: c\n", "")
                + "expect: { left-over: [open-socket] }\n");

        assertThat(result.findings()).isEmpty();
        assertThat(describe(result)).contains("irp.inline-wait: until-the-outcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - { await: c, within: 1s }\n",
                "  - { await: c, after: 1ms }\n",
                "  - { checkpoint: between }\n  - await: c\n",
                "  - { call: WskSocketConnect, id: d, with: { RemoteAddress: server:445 }, completes: { socket: t } }\n"
                        + "  - await: [c, d]\n  - { call: WskCloseSocket, on: t }\n"
            })
    void inlineCall_beforeSomethingElse_isPendedUntilItsOutcome(String next) {
        ScenarioResult result =
                inline(SmallWorld.ACCEPTING + SmallWorld.CONNECT.replace("  - await: c\n", next) + CLOSE);

        assertThat(result.findings()).isEmpty();
        assertThat(describe(result))
                .contains("irp.inline-wait: pend-instead", "WskSocketConnect returned STATUS_PENDING")
                .contains("decision irp.completion-irql: DISPATCH_LEVEL");
    }

    @Test
    void inlineCall_thatIsCancelledLater_isCancelledAllTheSame() {
        String cancelled = SmallWorld.ACCEPTING
                + SmallWorld.CONNECT
                        .replace("status: STATUS_SUCCESS, after: 10ms, socket: s", "status: STATUS_CANCELLED, at: 3ms")
                        .replace("  - await: c\n", "  - { cancel: c, at: 3ms, returns: TRUE }\n  - await: c\n");

        assertThat(inline(cancelled).findings()).isEmpty();
    }

    @Test
    void returnsPending_whereTheScenarioItselfAsksForInline_isHeldToTheWord() {
        ScenarioResult result = inline(SmallWorld.ACCEPTING
                + SmallWorld.CONNECT
                + CLOSE
                + "decisions: [{ at: WskSocketConnect.completion, choose: inline }]\n");

        assertThat(result.findings())
                .extracting(Finding::title)
                .containsExactly("WskSocketConnect returned something else");
    }

    @Test
    void returnsPending_whereTheCallIsRefused_isHeldToTheWordUnforced() {
        String refused = SmallWorld.ACCEPTING + """
                steps:
                  - call: WskSocketConnect
                    with: { RemoteAddress: server:445, Flags: 1 }
                    returns: STATUS_PENDING
                    completes: STATUS_INVALID_PARAMETER
                expect: { violations: [WSK-ARG-002] }
                """;

        assertThat(SmallWorld.run(refused).findings())
                .extracting(Finding::title)
                .containsExactly("WskSocketConnect returned something else");
    }

    @Test
    void returns_otherThanPendingOrTheStatusOfTheIrp_isAFindingForcedToo() {
        String wrong = SmallWorld.ACCEPTING
                + SmallWorld.CONNECT.replace("returns: STATUS_PENDING", "returns: STATUS_INVALID_PARAMETER")
                + CLOSE;

        assertThat(inline(wrong).findings())
                .extracting(Finding::title)
                .containsExactly("WskSocketConnect returned something else");
    }

    @Test
    void replay_ofAForcedRun_comesToTheSameVerdictAndDigest() {
        String text = SmallWorld.ACCEPTING + SmallWorld.CONNECT + CLOSE;
        ScenarioResult forced = inline(text);
        ScenarioResult replayed = SmallWorld.run(text, RunOptions.DEFAULT.withReplay(forced.decisions()));

        assertThat(replayed.findings()).isEmpty();
        assertThat(replayed.digest()).isEqualTo(forced.digest());
        assertThat(replayed.digest()).isNotEqualTo(SmallWorld.run(text).digest());
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionMode.class,
            names = {"TYPICAL", "SEEDED", "INLINE", "PENDED", "DISPATCH"})
    void exceptDecisions_skipTheNamedModeOnly(DecisionMode mode) {
        ScenarioResult result = SmallWorld.run(
                TEXT + "except-decisions: { inline: it needs a pended send }\n",
                RunOptions.DEFAULT.withDecisions(mode));

        boolean skipped = mode == DecisionMode.INLINE;
        assertThat(result.verdict()).isEqualTo(skipped ? Verdict.SKIPPED : Verdict.PASSED);
        assertThat(result.skipped()).isEqualTo(skipped ? "it needs a pended send" : "");
        assertThat(result.trace().isEmpty()).isEqualTo(skipped);
        assertThat(result.finalState().equals(FinalState.NOTHING)).isEqualTo(skipped);
    }

    @Test
    void finalState_tellsCallsSocketsConnectionsAndLeftOvers() {
        String open = StreamWorld.ECHO + SmallWorld.CONNECT + StreamWorld.SEND_HELLO;
        FinalState closed = SmallWorld.run(open + CLOSE).finalState();
        FinalState left = SmallWorld.run(open).finalState();

        assertThat(left.calls()).extracting(FinalState.Call::function).containsExactly("WskSocketConnect", "WskSend");
        assertThat(left.calls().get(1).statuses()).containsExactly(NtStatus.STATUS_SUCCESS);
        assertThat(left.calls().get(1).information()).isEqualTo(5);
        assertThat(left.sockets()).hasSize(1);
        assertThat(left.hosts().get(0).connections())
                .extracting(FinalState.Connection::state)
                .containsExactly(TcpState.ESTABLISHED);
        assertThat(left.leftOver()).contains(LeftOver.OPEN_SOCKET);
        assertThat(closed.sockets()).isEmpty();
        assertThat(closed.leftOver()).isEmpty();
        assertThat(closed).isNotEqualTo(left);
    }

    private static ScenarioResult inline(String text) {
        return SmallWorld.run(text, RunOptions.DEFAULT.withDecisions(DecisionMode.INLINE));
    }

    private static String describe(ScenarioResult result) {
        return result.trace().stream().map(entry -> entry.record().describe()).collect(Collectors.joining("\n"));
    }

    private static List<Irql> irqls(DecisionMode mode) {
        return run(mode).trace().stream()
                .filter(entry -> entry.record() instanceof IrpCompleted)
                .map(entry -> ((IrpCompleted) entry.record()).irql())
                .toList();
    }
}
