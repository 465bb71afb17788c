package dev.wsksim.junit5.engine;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.junit5.file.ScenarioFile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A scenario, or a cell of its matrix, as a test: it is played, and what does not hold fails it. */
final class ScenarioNode extends AbstractTestDescriptor implements Node<PlayParameters> {
    /** What the platform does not allow in tags. */
    private static final Pattern NOT_IN_TAGS = Pattern.compile("[\\s\\p{Cntrl},()&|!]+");

    private final ScenarioFile file;
    private final Scenario scenario;

    ScenarioNode(UniqueId id, ScenarioFile file, Scenario scenario) {
        super(
                id,
                scenario.displayName(),
                file.source(
                        Math.max(1, scenario.position().line()),
                        Math.max(1, scenario.position().column())));
        this.file = file;
        this.scenario = scenario;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    /** Returns the scenario's tags; what the platform does not allow in a tag, such as a blank, becomes a hyphen. */
    @Override
    public Set<TestTag> getTags() {
        return scenario.tags().stream()
                .map(tag -> TestTag.create(NOT_IN_TAGS.matcher(tag.strip()).replaceAll("-")))
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }

    /** Tells the reason where the scenario makes an exception from the decisions that are forced. */
    @Override
    public SkipResult shouldBeSkipped(PlayParameters parameters) {
        Optional<String> exception = parameters
                .decisions()
                .forced()
                .flatMap(
                        forced -> Optional.ofNullable(scenario.exceptDecisions().get(forced)));
        return exception
                .map(reason -> SkipResult.skip("except-decisions: " + reason))
                .orElseGet(SkipResult::doNotSkip);
    }

    @Override
    public PlayParameters execute(PlayParameters parameters, DynamicTestExecutor dynamicTests) {
        ScenarioResult result = new ScenarioRunner(parameters.options()).run(scenario);
        if (result.verdict() != Verdict.PASSED) {
            throw ScenarioFailures.of(result, parameters.decisions(), file);
        }
        return parameters;
    }
}
