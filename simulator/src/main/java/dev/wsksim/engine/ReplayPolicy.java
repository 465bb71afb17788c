package dev.wsksim.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.List;

/**
 * Answers decisions from the log of an earlier run.
 *
 * <p>Answers are kept per point name and used in their order, so a log replays as long as the names that it uses exist.
 * A point that the log never mentions is new since then and gets the typical answer; a point that is asked more often
 * than it was logged means that the run has taken another course, and that is an error rather than a guess.
 */
public final class ReplayPolicy implements DecisionPolicy {

    private final ListMultimap<String, Decision> log = LinkedListMultimap.create();
    private final ImmutableList<String> known;

    /** Makes a policy that repeats these decisions. */
    public ReplayPolicy(List<Decision> decisions) {
        for (Decision decision : decisions) {
            log.put(decision.point(), decision);
        }
        known = ImmutableList.copyOf(log.keySet());
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        List<Decision> answers = log.get(point.name());
        if (answers.isEmpty()) {
            if (known.contains(point.name())) {
                throw new DecisionMismatchException("the log has no more answers for " + point.name()
                        + ": the run has taken another course than the one that was logged");
            }
            return TYPICAL.choose(point, count, subject);
        }
        Decision answer = answers.remove(0);
        if (answer.count() != count) {
            throw new DecisionMismatchException("the log answers " + point.name() + " with one of " + answer.count()
                    + " options, but now there are " + count);
        }
        return answer.answer();
    }
}
