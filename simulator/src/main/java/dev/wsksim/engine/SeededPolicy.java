package dev.wsksim.engine;

/** Answers every decision by chance, each option equally likely, from one random stream. */
public final class SeededPolicy implements DecisionPolicy {

    private final RandomStream stream;

    /** Makes a policy that draws from this stream. */
    public SeededPolicy(RandomStream stream) {
        this.stream = stream;
    }

    @Override
    public int choose(DecisionPoint point, int count, long subject) {
        return stream.nextInt(count);
    }
}
