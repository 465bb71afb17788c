package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.trace.TraceEntry;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The state at the instant of a finding. */
class StateThenTest {

    private static final Finding AT_THE_END =
            Samples.finding(FindingKind.RETURN, Samples.at(7, 14), "wrong", "this", "that");

    private static StateThen then(ScenarioResult result, Finding finding) {
        return new StateThen(finding, TracedRun.of(result));
    }

    private static Finding at(SimTime instant, ImmutableList<TraceEntry> evidence) {
        return new Finding(FindingKind.RETURN, Samples.at(1, 1), instant, "wrong", "", "", "", "", evidence);
    }

    private static ImmutableList<TraceEntry> only(ScenarioResult result, String text) {
        return result.trace().stream()
                .filter(entry -> entry.record().describe().startsWith(text))
                .limit(1)
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void rows_showTheSocketItsConnectionAndItsPendingRequests() throws IOException {
        ScenarioResult result = PlayedFailure.play("stall");
        StateThen then = then(result, PlayedFailure.first(result, FindingKind.LEFT_OVER));

        assertThat(then.rows())
                .extracting(StateThen.Row::toString)
                .containsExactly(
                        "Row[object=socket 1, state='s', connection socket, 192.0.2.10:49152 > 192.0.2.20:445, ESTABLISHED]",
                        "Row[object=IRP 1, state=WskSocketConnect 'connect' of line 14, completed at 10ms: STATUS_SUCCESS]",
                        "Row[object=IRP 2, state=WskReceive 'r' of line 16, pending since 10ms, for 5ms]");
        assertThat(then.others()).isEmpty();
    }

    @Test
    void rows_areAsOfTheFinding_notOfTheEnd() throws IOException {
        ScenarioResult result = PlayedFailure.play("completion-status");
        ImmutableList<TraceEntry> call = only(result, "WskSocketConnect(");

        StateThen early = then(result, at(SimTime.START, call));
        StateThen late = then(result, at(result.endedAt(), call));

        assertThat(early.rows()).extracting(StateThen.Row::object).containsExactly("IRP 1");
        assertThat(early.rows().get(0).state()).isEqualTo("allocated at 0s, passed to no function yet");
        assertThat(late.rows())
                .last()
                .extracting(StateThen.Row::state)
                .asString()
                .contains("completed at 2.05s");
    }

    @Test
    void cleanUp_isNotLookedAt() throws IOException {
        ScenarioResult result = PlayedFailure.play("left-over");
        StateThen then = then(result, PlayedFailure.first(result, FindingKind.LEFT_OVER));

        assertThat(result.trace())
                .extracting(entry -> entry.record().describe())
                .contains("IoFreeIrp: IRP 1");
        assertThat(then.rows()).extracting(StateThen.Row::state).noneMatch(state -> state.contains("freed"));
    }

    @Test
    void others_areCounted_whereTheEvidenceIsNotAboutThem() throws IOException {
        ScenarioResult result = PlayedFailure.play("stall");
        StateThen then = then(result, at(result.endedAt(), only(result, "line 14: call")));

        assertThat(then.rows()).isEmpty();
        assertThat(then.others()).isEqualTo("1 other socket, 1 other pending IRP");
    }

    @Test
    void tcpEnds_ofTheOtherHost_haveRowsOfTheirOwn() throws IOException {
        ScenarioResult result = PlayedFailure.play("stall");
        ImmutableList<TraceEntry> change = result.trace().stream()
                .filter(entry -> entry.record().describe().contains("SYN-RECEIVED -> ESTABLISHED"))
                .collect(ImmutableList.toImmutableList());

        assertThat(then(result, at(result.endedAt(), change)).rows())
                .containsExactly(new StateThen.Row("TCP", "server 192.0.2.20:445 > 192.0.2.10:49152, ESTABLISHED"));
    }

    @Test
    void evidenceAboutNoObject_hasNoRows() {
        assertThat(new StateThen(AT_THE_END, TracedRun.ofJava(Samples.TRACE, "client")).rows())
                .isEmpty();
    }
}
