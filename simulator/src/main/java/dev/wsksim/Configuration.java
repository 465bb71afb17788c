package dev.wsksim;

import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SeededPolicy;
import java.util.function.Function;

/**
 * The settings of a simulation.
 *
 * @param seed the root seed of every random stream
 * @param profile the Windows generation; hosts made with {@link Simulation#host} take after it
 * @param limits how far the simulation may go
 * @param decisions makes the policy that answers what the documentation leaves open; given the random streams, for
 *     policies that draw
 */
public record Configuration(
        long seed, Profile profile, Limits limits, Function<RandomStreams, DecisionPolicy> decisions) {

    /** The seed of a simulation that is given none. */
    public static final long DEFAULT_SEED = 1;

    /** Seed 1, Windows 11, ordinary limits, typical decisions. */
    public static final Configuration DEFAULT =
            new Configuration(DEFAULT_SEED, Profile.DEFAULT, Limits.DEFAULT, randoms -> DecisionPolicy.TYPICAL);

    /** Returns this configuration with another seed. */
    public Configuration withSeed(long newSeed) {
        return new Configuration(newSeed, profile, limits, decisions);
    }

    /** Returns this configuration with another profile. */
    public Configuration withProfile(Profile newProfile) {
        return new Configuration(seed, newProfile, limits, decisions);
    }

    /** Returns this configuration with other limits. */
    public Configuration withLimits(Limits newLimits) {
        return new Configuration(seed, profile, newLimits, decisions);
    }

    /** Returns this configuration with a policy for decisions. */
    public Configuration withDecisions(DecisionPolicy policy) {
        return new Configuration(seed, profile, limits, randoms -> policy);
    }

    /** Returns this configuration with every decision drawn from the seed. */
    public Configuration withSeededDecisions() {
        return new Configuration(seed, profile, limits, randoms -> new SeededPolicy(randoms.stream("decisions")));
    }
}
