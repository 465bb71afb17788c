package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.verifier.RulePolicy;

/**
 * With what a test is played.
 *
 * @param testClass the name of its class
 * @param testMethod the name of its method
 * @param configuration seed, profile and limits, and where {@code decisions} is empty its policy for decisions
 * @param decisions who answers decisions; {@link DecisionMode#TYPICAL} leaves the configuration's policy in place
 * @param rules which broken rules count
 * @param topology builds the hosts and links
 * @param expected the rules that the test is there to break
 */
public record TestSettings(
        String testClass,
        String testMethod,
        Configuration configuration,
        DecisionMode decisions,
        RulePolicy rules,
        Topology topology,
        ImmutableList<ExpectedViolation> expected) {
    /** Returns the name of the test: class and method. */
    public String name() {
        return testClass + "#" + testMethod;
    }
}
