package dev.wsksim.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers decisions from a script: for each named point a list of answers, used in order.
 *
 * <p>An answer may be given for a number of times or for ever. Points and occasions that the script does not mention go
 * to another policy.
 */
public final class ScriptedPolicy implements DecisionPolicy {

    /** For {@link Answer#times()}: as often as asked. */
    public static final int EVERY_TIME = Integer.MAX_VALUE;

    /**
     * One line of the script.
     *
     * @param point the name of the decision point
     * @param option the name of the option, or its number where options have no names
     * @param times how many decisions it answers, or {@link #EVERY_TIME}
     */
    public record Answer(String point, String option, int times) {

        public Answer {
            if (times < 1) {
                throw new IllegalArgumentException(
                        "an answer is given at least once, but " + point + " asks for " + times);
            }
        }
    }

    private final ListMultimap<String, Answer> script = LinkedListMultimap.create();
    private final DecisionPolicy otherwise;
    private final Set<String> asked = new LinkedHashSet<>();

    /** Makes a policy from a script and the policy for all that it does not mention. */
    public ScriptedPolicy(List<Answer> answers, DecisionPolicy otherwise) {
        for (Answer answer : answers) {
            script.put(answer.point(), answer);
        }
        this.otherwise = otherwise;
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        List<Answer> answers = script.get(point.name());
        if (answers.isEmpty()) {
            return otherwise.choose(point, count, subject);
        }
        asked.add(point.name());
        Answer answer = answers.get(0);
        if (answer.times() == 1) {
            answers.remove(0);
        } else if (answer.times() != EVERY_TIME) {
            answers.set(0, new Answer(answer.point(), answer.option(), answer.times() - 1));
        }
        return indexOf(point, count, answer.option());
    }

    /** Returns the answers that have not been asked for as often as they were scripted; those for every time, if never. */
    public ImmutableList<Answer> unused() {
        return script.values().stream()
                .filter(answer -> answer.times() != EVERY_TIME || !asked.contains(answer.point()))
                .collect(ImmutableList.toImmutableList());
    }

    private static int indexOf(DecisionPoint point, int count, String option) {
        for (int answer = 0; answer < count; answer++) {
            if (point.optionName(answer).equals(option)) {
                return answer;
            }
        }
        throw new DecisionMismatchException(
                "decision point " + point.name() + " has no option '" + option + "'; it has "
                        + (point.options().isEmpty() ? "numbers below " + count : String.join(", ", point.options())));
    }
}
