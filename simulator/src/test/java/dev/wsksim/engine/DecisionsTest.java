package dev.wsksim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.ScriptedPolicy.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final DecisionPoint IRQL = DecisionPoint.of("irp.irql", "a page", "passive", "dispatch");
    private static final DecisionPoint SIZE =
            new DecisionPoint("receive.size", ImmutableList.of("all", "half", "one"), 1, "a page");
    private static final DecisionPoint ORDER = DecisionPoint.pick("completion.order", "a page");

    @Test
    void typical_givesTheTypicalOption() {
        Decisions decisions = new Decisions(DecisionPolicy.TYPICAL);
        assertThat(decisions.choose(IRQL, 1)).isZero();
        assertThat(decisions.choose(SIZE, 1)).isEqualTo(1);
        assertThat(decisions.choose(ORDER, 5, 1)).isZero();
        assertThat(decisions.chooses(SIZE, 1, 1)).isTrue();
        assertThat(decisions.chooses(SIZE, 0, 1)).isFalse();
    }

    @Test
    void typical_notAmongTheCandidates_givesTheFirst() {
        assertThat(new Decisions(DecisionPolicy.TYPICAL)
                        .choose(new DecisionPoint("p", ImmutableList.of(), 7, "s"), 3, 1))
                .isZero();
    }

    @Test
    void choose_singleCandidate_asksNobody() {
        DecisionLog log = new DecisionLog();
        Decisions decisions = new Decisions((point, count, subject) -> {
            throw new AssertionError("asked");
        });
        decisions.addListener(log);
        assertThat(decisions.choose(ORDER, 1, 1)).isZero();
        assertThat(log.decisions()).isEmpty();
    }

    @Test
    void choose_withoutACountWhereOneIsNeeded_isRefused() {
        Decisions decisions = new Decisions(DecisionPolicy.TYPICAL);
        assertThatThrownBy(() -> decisions.choose(ORDER, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("completion.order");
        assertThatThrownBy(() -> decisions.choose(ORDER, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void choose_withACountWhereTheOptionsHaveNames_isRefused() {
        assertThatThrownBy(() -> new Decisions(DecisionPolicy.TYPICAL).choose(SIZE, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("receive.size");
    }

    @Test
    void choose_answerOutOfRange_isRefused() {
        assertThatThrownBy(() -> new Decisions((point, count, subject) -> 2).choose(IRQL, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("irp.irql");
        assertThatThrownBy(() -> new Decisions((point, count, subject) -> -1).choose(IRQL, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void listeners_hearEveryDecisionInOrder() {
        DecisionLog log = new DecisionLog();
        Decisions decisions = new Decisions(DecisionPolicy.TYPICAL);
        decisions.addListener(log);
        decisions.choose(SIZE, 10);
        decisions.choose(ORDER, 4, 11);
        assertThat(log.decisions())
                .containsExactly(
                        new Decision("receive.size", "half", 1, 3, 10),
                        new Decision("completion.order", "0", 0, 4, 11));
        assertThat(log.decisions().get(0)).hasToString("receive.size=half");
    }

    @Test
    void point_typicalOutsideItsOptions_isRefused() {
        assertThatThrownBy(() -> new DecisionPoint("p", ImmutableList.of("a"), 1, "s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DecisionPoint("p", ImmutableList.of(), -1, "s"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void point_names_leadToOptionsAndBack() {
        assertThat(SIZE.optionName(2)).isEqualTo("one");
        assertThat(ORDER.optionName(2)).isEqualTo("2");
        assertThat(SIZE.indexOf("half")).isEqualTo(1);
        assertThat(SIZE.indexOf("none")).isEqualTo(-1);
    }

    @Test
    void scripted_answersInOrderThenOtherwise() {
        ScriptedPolicy script = script(new Answer("irp.irql", "dispatch", 2), new Answer("irp.irql", "passive", 1));
        Decisions decisions = new Decisions(script);
        assertThat(answers(decisions, IRQL, 5)).containsExactly(1, 1, 0, 0, 0);
        assertThat(decisions.choose(SIZE, 1)).isEqualTo(1);
        assertThat(script.unused()).isEmpty();
    }

    @Test
    void scripted_everyTime_neverEnds() {
        ScriptedPolicy script = script(new Answer("irp.irql", "dispatch", ScriptedPolicy.EVERY_TIME));
        assertThat(answers(new Decisions(script), IRQL, 50)).containsOnly(1);
        assertThat(script.unused()).isEmpty();
    }

    @Test
    void scripted_numberForUnnamedOptions_isUnderstood() {
        ScriptedPolicy script = script(new Answer("completion.order", "2", 1));
        assertThat(new Decisions(script).choose(ORDER, 3, 1)).isEqualTo(2);
    }

    @Test
    void scripted_notAskedFor_isTold() {
        Answer twice = new Answer("irp.irql", "dispatch", 2);
        Answer never = new Answer("no.such.point", "x", 1);
        ScriptedPolicy script = script(twice, never);
        new Decisions(script).choose(IRQL, 1);
        assertThat(script.unused()).containsExactly(new Answer("irp.irql", "dispatch", 1), never);
    }

    @Test
    void scripted_everyTimeButNeverAsked_isTold() {
        Answer always = new Answer("irp.irql", "dispatch", ScriptedPolicy.EVERY_TIME);
        assertThat(script(always).unused()).containsExactly(always);
    }

    @Test
    void scripted_unknownOption_isAMismatchThatNamesTheOptions() {
        assertThatThrownBy(() -> new Decisions(script(new Answer("receive.size", "quarter", 1))).choose(SIZE, 1))
                .isInstanceOf(DecisionMismatchException.class)
                .hasMessage("decision point receive.size has no option 'quarter'; it has all, half, one");
        assertThatThrownBy(() -> new Decisions(script(new Answer("completion.order", "3", 1))).choose(ORDER, 3, 1))
                .isInstanceOf(DecisionMismatchException.class)
                .hasMessageContaining("numbers below 3");
    }

    @Test
    void scripted_answerForNoTime_isRefused() {
        assertThatThrownBy(() -> new Answer("p", "o", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seeded_sameSeed_givesTheSameAnswersAndAllOptions() {
        List<Integer> first = answers(seeded(1), SIZE, 200);
        assertThat(answers(seeded(1), SIZE, 200)).isEqualTo(first);
        assertThat(answers(seeded(2), SIZE, 200)).isNotEqualTo(first);
        assertThat(first).contains(0, 1, 2);
    }

    @Test
    void replay_ofASeededRun_givesTheSameAnswers() {
        DecisionLog log = new DecisionLog();
        Decisions original = seeded(3);
        original.addListener(log);
        List<Integer> first = mixedRun(original);
        DecisionLog secondLog = new DecisionLog();
        Decisions repeated = new Decisions(new ReplayPolicy(log.decisions()));
        repeated.addListener(secondLog);
        assertThat(mixedRun(repeated)).isEqualTo(first);
        assertThat(secondLog.decisions()).isEqualTo(log.decisions()).hasSize(300);
    }

    @Test
    void replay_pointThatTheLogNeverMentions_isTypical() {
        ReplayPolicy replay = new ReplayPolicy(List.of(new Decision("irp.irql", "dispatch", 1, 2, 1)));
        assertThat(new Decisions(replay).choose(SIZE, 1)).isEqualTo(1);
    }

    @Test
    void replay_askedMoreOftenThanLogged_isAMismatch() {
        Decisions decisions = new Decisions(new ReplayPolicy(List.of(new Decision("irp.irql", "dispatch", 1, 2, 1))));
        assertThat(decisions.choose(IRQL, 1)).isEqualTo(1);
        assertThatThrownBy(() -> decisions.choose(IRQL, 1))
                .isInstanceOf(DecisionMismatchException.class)
                .hasMessageContaining("no more answers for irp.irql");
    }

    @Test
    void replay_otherNumberOfOptions_isAMismatch() {
        Decisions decisions = new Decisions(new ReplayPolicy(List.of(new Decision("completion.order", "4", 4, 5, 1))));
        assertThatThrownBy(() -> decisions.choose(ORDER, 3, 1))
                .isInstanceOf(DecisionMismatchException.class)
                .hasMessageContaining("one of 5 options, but now there are 3");
    }

    private static ScriptedPolicy script(Answer... answers) {
        return new ScriptedPolicy(List.of(answers), DecisionPolicy.TYPICAL);
    }

    private static Decisions seeded(long seed) {
        return new Decisions(new SeededPolicy(new RandomStreams(seed).stream("decisions")));
    }

    private static List<Integer> answers(Decisions decisions, DecisionPoint point, int times) {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(decisions.choose(point, i));
        }
        return answers;
    }

    private static List<Integer> mixedRun(Decisions decisions) {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(decisions.choose(IRQL, i));
            answers.add(decisions.choose(ORDER, 2 + i % 5, i));
            answers.add(decisions.choose(SIZE, i));
        }
        return answers;
    }
}
