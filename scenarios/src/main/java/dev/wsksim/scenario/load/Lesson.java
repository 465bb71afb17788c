package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.WordEnum;
import java.util.OptionalLong;

/**
 * One lesson of a course: a driver that fails, a question about it, a task, and how an answer to the task is judged.
 *
 * @param title what it is called
 * @param pages the documentation pages that it rests on
 * @param text what it teaches, as Markdown
 * @param failure what the report of the driver as it is given has to contain
 * @param question what is asked before the driver is mended
 * @param task what is to be done, as Markdown
 * @param hints the hints, from a push to nearly the answer
 * @param free the keys of the scenario that the learner may change
 * @param requires the functions that the driver has to call
 * @param trials the worlds that the driver has to stand, whatever it expects itself
 * @param mutants the changes that the driver's own expectations have to notice
 * @param right other solutions that pass, by their names
 * @param wrong solutions that look right, by their names, each with what the grade has to say of it
 * @param afterwards what is to be said once the lesson is solved, as Markdown
 */
public record Lesson(
        String title,
        ImmutableList<String> pages,
        String text,
        String failure,
        Question question,
        String task,
        ImmutableList<String> hints,
        ImmutableList<String> free,
        ImmutableList<String> requires,
        ImmutableList<Trial> trials,
        ImmutableList<Mutant> mutants,
        ImmutableList<String> right,
        ImmutableMap<String, String> wrong,
        String afterwards) {

    /** A lesson that could not be read. */
    static final Lesson NONE = new Lesson(
            "",
            ImmutableList.of(),
            "",
            "",
            new Question("", ImmutableList.of(), ImmutableList.of(), "", Played.START, ""),
            "",
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableMap.of(),
            "");

    /** Which scenario of a lesson is played. */
    public enum Played implements WordEnum {
        /** The one that the learner is given. */
        START("start"),
        /** The reference solution. */
        SOLUTION("solution");

        private final String word;

        Played(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * What is asked before the driver is mended.
     *
     * @param ask the question
     * @param choices the answers to choose from; empty where a value is asked for
     * @param answers the right answers: the letter of a choice, or spellings of a value
     * @param because why it is so
     * @param played the scenario whose run shows the answer
     * @param shows what a line of its trace contains that shows the answer
     */
    public record Question(
            String ask,
            ImmutableList<Choice> choices,
            ImmutableList<String> answers,
            String because,
            Played played,
            String shows) {}

    /**
     * An answer to choose.
     *
     * @param letter its letter
     * @param text what it says
     */
    public record Choice(String letter, String text) {}

    /** How the decisions are made that a scenario leaves open. */
    public enum Decided implements WordEnum {
        /** As Windows typically behaves. */
        TYPICAL("typical"),
        /** Every IRP completes before its call returns. */
        INLINE("inline"),
        /** Every IRP completes later. */
        PENDED("pended"),
        /** Every IRP completes later, at DISPATCH_LEVEL. */
        DISPATCH("dispatch"),
        /** From seeds. */
        SEEDED("seeded");

        private final String word;

        Decided(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * A world that the driver has to stand.
     *
     * @param name what is different in it
     * @param why what a driver is shown to do wrong that does not stand it
     * @param patch the world and what must be seen in it
     * @param received how many bytes its calls of WskReceive must have received in all; empty where that does not matter
     * @param decisions how open decisions are made, each in runs of its own
     * @param seeds how many seeds are tried where decisions are seeded
     */
    public record Trial(
            String name,
            String why,
            ScenarioPatch patch,
            OptionalLong received,
            ImmutableList<Decided> decisions,
            int seeds) {}

    /**
     * A change that the driver's own expectations have to notice.
     *
     * @param name what is changed
     * @param why what expectations lack that do not notice it
     * @param patch the change
     */
    public record Mutant(String name, String why, ScenarioPatch patch) {}
}
