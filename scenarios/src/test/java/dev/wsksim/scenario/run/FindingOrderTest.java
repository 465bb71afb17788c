package dev.wsksim.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In which order findings are told. */
class FindingOrderTest {

    private static Finding finding(String title, FindingKind kind, long at, int line, long... evidence) {
        ImmutableList<TraceEntry> entries = Arrays.stream(evidence)
                .mapToObj(number -> new TraceEntry(number, at, 0, new StepTaken(1, "something")))
                .collect(ImmutableList.toImmutableList());
        return new Finding(
                kind, new SourcePosition("a.yaml", line, 1), SimTime.ofNanos(at), title, "", "", "", "", entries);
    }

    private static Finding happened(String title, long at, int line, long... evidence) {
        return finding(title, FindingKind.RETURN, at, line, evidence);
    }

    private static List<String> told(List<Finding> happened, List<Finding> missed) {
        return FindingOrder.of(happened, missed).stream().map(Finding::title).toList();
    }

    @Test
    void earlier_standsFirst_whateverItsPlace() {
        assertThat(told(List.of(happened("late", 20, 1, 9), happened("early", 10, 5, 3)), List.of()))
                .containsExactly("early", "late");
        assertThat(told(List.of(happened("late", 20, 1, 9)), List.of(happened("missed early", 10, 5, 3))))
                .containsExactly("missed early", "late");
    }

    @Test
    void cause_standsBeforeItsConsequence_atOneInstant() {
        Finding cause = happened("cause", 10, 9, 1, 2, 3);
        Finding consequence = happened("consequence", 10, 2, 1, 2, 3, 4);

        assertThat(told(List.of(consequence, cause), List.of())).containsExactly("cause", "consequence");
    }

    @Test
    void place_decidesAmongEquals() {
        assertThat(told(List.of(happened("line 9", 10, 9, 3), happened("line 2", 10, 2, 3)), List.of()))
                .containsExactly("line 2", "line 9");
        assertThat(told(List.of(happened("no entry", 10, 1), happened("an entry", 10, 9, 3)), List.of()))
                .containsExactly("an entry", "no entry");
    }

    @Test
    void whatHappened_thenTheStall_thenWhatIsMissed_thenLeftOvers() {
        Finding left = finding("left", FindingKind.LEFT_OVER, 10, 1, 1);
        Finding missed = finding("missed", FindingKind.COMPLETION, 10, 2, 2);
        Finding end = finding("an end stalls", FindingKind.STALL, 10, 3, 5);
        Finding stall = finding("stall", FindingKind.STALL, 10, 4, 5);
        Finding happened = happened("happened", 10, 5, 9);

        assertThat(told(List.of(happened), List.of(left, missed, stall, end)))
                .containsExactly("happened", "stall", "an end stalls", "missed", "left");
    }

    @Test
    void of_anyOrderOfFinding_isTheSame() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            findings.add(happened("finding " + i, i % 3, i % 5, 1 + i % 7, 10 + i));
        }
        List<String> once = told(findings, List.of());
        Collections.shuffle(findings, new Random(7));

        assertThat(told(findings, List.of())).isEqualTo(once);
    }

    @Test
    void run_withACauseBelowItsConsequence_tellsTheCauseFirst() {
        ScenarioResult result = SmallWorld.run(SmallWorld.ACCEPTING + """
            steps:
              - call: WskSocketConnect
                id: c
                with: { RemoteAddress: server:445 }
                completes: { status: STATUS_SUCCESS, after: 1s, socket: s }
              - await: c
              - { call: WskSend, on: s, id: send, with: { Buffer: hello, Irp: NULL } }
            """);

        assertThat(result.findings()).extracting(Finding::at).isSorted();
        assertThat(SmallWorld.kinds(result)).startsWith(FindingKind.COMPLETION, FindingKind.VIOLATION);
        assertThat(SmallWorld.kinds(result)).last().isEqualTo(FindingKind.LEFT_OVER);
    }
}
