package dev.wsksim.scenario.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.load.CourseFile;
import dev.wsksim.scenario.load.CourseProgress;
import dev.wsksim.scenario.load.CourseProgress.State;
import dev.wsksim.scenario.load.LessonFile;
import dev.wsksim.scenario.load.ScenarioProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a course are read as strictly as scenarios. */
final class LessonFormTest {
    private static final String LESSON = """
            wsksim-lesson: 1
            title: A lesson
            pages: [nc-wsk-pfn_wsk_send]
            text: It teaches.
            failure: left over
            question:
              ask: Which?
              choices: { a: this, b: that }
              answer: a
              because: so it is
              shows: IRP 1
            task: Mend it.
            hints: [Look.]
            trials:
              - name: another seed
                why: chance
                steps: [{ change: WskSend, set: { on: s } }]
                decisions: [typical]
            wrong: { one: text, two: text }
            """;

    @Test
    void lesson_isRead() {
        assertThat(LessonFile.read("lesson.yaml", LESSON).problems()).isEmpty();
        assertThat(LessonFile.read("lesson.yaml", LESSON).lesson().free()).containsExactly("steps", "expect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wsksim-lesson: 1       | wsksim-lesson: 2       | expected version 1 of lessons
            title: A lesson        | titel: A lesson        | unknown key 'titel'
            answer: a              | answer: c              | the answer is none of the choices
            , set: { on: s }       |                        | 'change' and 'set' belong together
            change: WskSend, set: { on: s } | nth: 1        | 'nth' is for 'remove' and 'change'
            change: WskSend, set: { on: s } | remove: a, prepend: [] | exclude each other
            change: WskSend, set: { on: s } |               | a step edit without a change
            [typical]              | [windows]              | expected a way to decide
            hints: [Look.]         | hints: []              | this list is empty
            """)
    void lesson_withAMistake_isRefusedWithItsPlace(String from, String to, String message) {
        String text = LESSON.replace(from, to == null ? "" : to);

        assertThat(LessonFile.read("lesson.yaml", text).problems())
                .anySatisfy(problem -> assertThat(problem.render()).contains("lesson.yaml:", message));
    }

    @Test
    void course_needsLessons() {
        assertThat(CourseFile.read("course.yaml", "wsksim-course: 1\ntitle: none\nlessons: []\n")
                        .problems())
                .extracting(ScenarioProblem::message)
                .contains("this list is empty");
        assertThat(CourseFile.read("c", "wsksim-course: 1\ntitle: t\nlessons: [a]\n")
                        .course()
                        .lessons())
                .containsExactly("a");
    }

    @Test
    void progress_isWrittenAsItIsRead() {
        CourseProgress progress = CourseProgress.NOTHING
                .with("a", State.BEGUN.withPrediction("it's \"b\"", false).withPrediction("c", true))
                .with(
                        "b",
                        State.BEGUN
                                .withHints(2)
                                .withSolutionSeen()
                                .withCheck(false)
                                .withCheck(true));

        CourseProgress.Loaded loaded = CourseProgress.read("p.yaml", progress.text());

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.progress()).isEqualTo(progress);
        assertThat(progress.of("a")).contains(new State("it's \"b\"", false, 0, 0, false, false));
        assertThat(progress.of("b")).contains(new State("", false, 2, 2, true, true));
        assertThat(CourseProgress.read("p.yaml", CourseProgress.NOTHING.text()).problems())
                .isEmpty();
    }

    @Test
    void progress_ofAnotherKind_isRefused() {
        assertThat(CourseProgress.read("p.yaml", "wsksim: 1\n").problems()).isNotEmpty();
    }
}
