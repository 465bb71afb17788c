package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.verifier.RulePolicy;
import java.util.Optional;

/**
 * With what a test is played.
 *
 * @param testClass the name of its class
 * @param testMethod the name of its method
 * @param configuration seed, profile and limits, and the policy for decisions where nobody else answers them
 * @param decisions who answers decisions in place of the configuration's policy
 * @param rules which broken rules count
 * @param topology builds the hosts and links
 * @param expected the rules that the test is there to break
 */
public record TestSettings(
        String testClass,
        String testMethod,
        Configuration configuration,
        Optional<DecisionMode> decisions,
        RulePolicy rules,
        Topology topology,
        ImmutableList<ExpectedViolation> expected) {
    /** Returns the name of the test: class and method. */
    public String name() {
        return testClass + "#" + testMethod;
    }

    /** Returns who answers decisions, in a word or two. */
    String deciding() {
        boolean ordinary = configuration.decisions() == Configuration.DEFAULT.decisions();
        return decisions
                .map(DecisionMode::label)
                .orElse(ordinary ? DecisionMode.TYPICAL.label() : "of the extension's configuration");
    }
}
