package dev.wsksim.engine;

/** Answers decisions: typically, from a script, from a seed, or from the log of an earlier run. */
@FunctionalInterface
public interface DecisionPolicy {

    /** The policy that always gives the typical answer, as Windows usually behaves. */
    DecisionPolicy TYPICAL = (point, count, subject) -> point.typical() < count ? point.typical() : 0;

    /**
     * Answers one decision.
     *
     * @param point the place that asks
     * @param count how many answers there are, at least 2
     * @param subject the number of the object that the decision is about (an IRP, a socket), for policies that tell
     *     them apart
     * @return the index of the answer, from 0 to {@code count - 1}
     */
    int choose(DecisionPoint point, int count, long subject);
}
