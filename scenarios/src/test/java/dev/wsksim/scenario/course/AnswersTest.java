package dev.wsksim.scenario.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.load.Lesson.Choice;
import dev.wsksim.scenario.load.Lesson.Played;
import dev.wsksim.scenario.load.Lesson.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static Answers answers(String... right) {
        return new Answers(new Question("?", ImmutableList.of(), ImmutableList.copyOf(right), "so", Played.START, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10ms", "10 ms", "0.01s", "0.010 S", "10000us", "10.0ms"})
    void time_howeverItIsWritten_isRight(String answer) {
        assertThat(answers("10ms").isRight(answer)).isTrue();
        assertThat(answers("10ms").mistake(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10ms extra", "10", "ms", "-10ms", "soon", "1e1ms", ""})
    void time_malformed_isRefusedAndNotRight(String answer) {
        assertThat(answers("10ms", "0.01s").mistake(answer))
                .contains("answer with a time and its unit, such as 3ms or 1.5s");
        assertThat(answers("10ms").isRight(answer)).isFalse();
    }

    @Test
    void number_isAWholeNumber() {
        assertThat(answers("5").mistake("five")).contains("answer with a whole number");
        assertThat(answers("5").mistake("6")).isEmpty();
        assertThat(answers("5").isRight(" 5 ")).isTrue();
        assertThat(answers("5").mayBeANumber()).isTrue();
    }

    @Test
    void words_areTakenAsTheyAre() {
        Answers irql = answers("DISPATCH_LEVEL", "2");
        assertThat(irql.mistake("passive_level")).isEmpty();
        assertThat(irql.isRight("dispatch_level")).isTrue();
        assertThat(irql.mayBeANumber()).isTrue();
        assertThat(answers("10ms").mayBeANumber()).isFalse();
    }

    @Test
    void choice_isOneOfTheLetters() {
        Answers choice = new Answers(new Question(
                "?",
                ImmutableList.of(new Choice("a", "this"), new Choice("b", "that")),
                ImmutableList.of("b"),
                "so",
                Played.START,
                "x"));
        assertThat(choice.mistake("c")).contains("answer with one of a, b");
        assertThat(choice.mistake("B")).isEmpty();
        assertThat(choice.isRight("B")).isTrue();
        assertThat(choice.isRight("a")).isFalse();
    }
}
