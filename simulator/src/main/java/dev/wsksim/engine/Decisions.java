package dev.wsksim.engine;

import com.google.common.collect.ObjectArrays;

/**
 * The one place where a choice that the documentation leaves open is asked for.
 *
 * <p>A component asks "which of these, at this named point?", the policy answers, and listeners hear of it. Because
 * nothing else in the simulator is free to choose, the log of the answers together with the seed repeats a run.
 */
public final class Decisions {

    private final DecisionPolicy policy;
    /** Whether the policy always gives the typical answer, so that it need not be asked. */
    private final boolean typical;

    private DecisionListener[] listeners = {};

    /** Makes decisions that are answered by a policy. */
    public Decisions(DecisionPolicy policy) {
        this.policy = policy;
        this.typical = policy == DecisionPolicy.TYPICAL;
    }

    /** Adds somebody who hears of every decision from now on. */
    public void addListener(DecisionListener listener) {
        listeners = ObjectArrays.concat(listeners, listener);
    }

    /**
     * Asks for one of the point's named options and returns its index.
     *
     * @throws IllegalArgumentException where the point has no named options: then the count has to be given
     */
    public int choose(DecisionPoint point, long subject) {
        if (point.options().isEmpty()) {
            throw new IllegalArgumentException(
                    "decision point " + point.name() + " picks among candidates, but their number was not given");
        }
        int count = point.options().size();
        return count == 1 ? 0 : ask(point, count, subject);
    }

    /**
     * Asks for one of {@code count} candidates; with a single candidate there is nothing to decide and nobody is asked.
     *
     * @throws IllegalArgumentException where the point has named options, or there is no candidate
     */
    public int choose(DecisionPoint point, int count, long subject) {
        if (!point.options().isEmpty() || count < 1) {
            throw new IllegalArgumentException(
                    "decision point " + point.name() + " does not pick among " + count + " candidates");
        }
        return count == 1 ? 0 : ask(point, count, subject);
    }

    /** Asks whether the point's answer is the option with this index. */
    public boolean chooses(DecisionPoint point, int option, long subject) {
        return choose(point, subject) == option;
    }

    private int ask(DecisionPoint point, int count, long subject) {
        int answer = point.typical();
        if (!typical || answer >= count) {
            answer = policy.choose(point, count, subject);
            if (answer < 0 || answer >= count) {
                throw new IllegalStateException(
                        "the policy answered " + answer + " of " + count + " at " + point.name());
            }
        }
        for (int i = 0; i < listeners.length; i++) {
            listeners[i].decided(point, count, subject, answer);
        }
        return answer;
    }
}
