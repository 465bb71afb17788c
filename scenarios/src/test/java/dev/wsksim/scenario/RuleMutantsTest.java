package dev.wsksim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.bundle.RuleExamples;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.RuleCoverage;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.ScenarioRunner;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.RuleBook;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each rule has a bundled scenario that breaks it and no other rule, and a correct one in which it has something to decide
 * and stays silent. And the canary: a rule book that lacks a rule does not pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleMutantsTest {

    /** The rules that no scenario breaks alone, each with the reason. */
    private static final ImmutableMap<String, String> EXCEPTIONS = ImmutableMap.of(
            "WSK-IRP-009", "a driver completes no IRP of its own; one that does so twice has broken another rule first",
            "WSK-IRP-011", "what IoReuseIrp has wiped is completed, which breaks WSK-IRP-009 as well",
            "WSK-SOCKET-009", "scenarios name callbacks, of which the table of the category is made");

    /**
     * What was recorded of a scenario that breaks rules.
     *
     * @param name the path and the variant
     * @param expected the rules that the scenario expects to be broken
     * @param broken the rules that were broken
     * @param ended whether the driver was gone at the end, so that left-overs were judged
     */
    private record Mutant(
            String name,
            ImmutableSet<String> expected,
            ImmutableSet<String> broken,
            boolean ended,
            ImmutableList<TraceEntry> trace) {

        ImmutableSet<String> judgedBy(RuleBook book) {
            Verifier verifier = new Verifier(book);
            trace.forEach(verifier::accept);
            if (ended) {
                verifier.driverUnloaded();
            }
            return ids(verifier);
        }
    }

    private final List<Mutant> mutants = new ArrayList<>();
    private final RuleCoverage coverage = new RuleCoverage();

    private static ImmutableSet<String> ids(Verifier verifier) {
        return verifier.violations().stream()
                .map(violation -> violation.rule().id().text())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableList<String> rules() {
        return StandardRules.book().rules().stream()
                .map(rule -> rule.id().text())
                .collect(ImmutableList.toImmutableList());
    }

    @BeforeAll
    void playAll() {
        BundledScenarios bundle = BundledScenarios.shipped();
        for (String path : bundle.paths()) {
            for (Scenario scenario : new ScenarioLoader()
                    .loadText(path, bundle.text(path).orElseThrow())
                    .variants()) {
                ScenarioResult result = new ScenarioRunner(RunOptions.DEFAULT).run(scenario);
                assertThat(result.verdict()).as(path).isEqualTo(Verdict.PASSED);
                coverage.add(result);
                if (!result.violations().isEmpty()) {
                    mutants.add(mutant(result, path));
                }
            }
        }
    }

    /** A run that a bug check ended has no end of the driver. */
    private static Mutant mutant(ScenarioResult result, String path) {
        return new Mutant(
                path + " " + result.scenario().variant().label(),
                expected(result),
                ImmutableSet.copyOf(result.violations()),
                result.scenario().expect().bugCheck().isEmpty(),
                result.trace());
    }

    private static ImmutableSet<String> expected(ScenarioResult result) {
        return result.scenario().expect().violations().stream()
                .map(Reference::name)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What a left-over breaks is told as a left-over, so that a scenario need not expect it twice. */
    @Test
    void mutants_areCaughtByTheExpectedRulesAndNoOthers() {
        for (Mutant mutant : mutants) {
            assertThat(mutant.broken()).as(mutant.name()).containsAll(mutant.expected());
            assertThat(mutant.broken())
                    .as(mutant.name())
                    .filteredOn(rule -> !mutant.expected().contains(rule))
                    .isSubsetOf(
                            "WSK-SOCKET-007",
                            "WSK-IRP-017",
                            "WSK-SD-005",
                            "WSK-NAME-004",
                            "WSK-REG-004",
                            "WSK-REG-005");
        }
    }

    @Test
    void everyRule_isBrokenAloneByAScenario() {
        Stream<String> missing = rules().stream()
                .filter(rule ->
                        mutants.stream().noneMatch(mutant -> mutant.expected().equals(ImmutableSet.of(rule))));

        assertThat(missing)
                .as("rules without a bundled scenario that breaks them and no other")
                .isSubsetOf(EXCEPTIONS.keySet());
    }

    @Test
    void everyRule_hasAnExampleForReaders() {
        RuleExamples examples = new RuleExamples(BundledScenarios.shipped());

        assertThat(rules()).filteredOn(rule -> examples.of(rule).isEmpty()).isSubsetOf(EXCEPTIONS.keySet());
        assertThat(mutants)
                .filteredOn(mutant ->
                        mutant.name().strip().equals(examples.of("WSK-IRP-004").orElse("")))
                .hasSize(1);
    }

    @Test
    void everyRule_staysSilentInAScenarioThatKeepsIt() {
        assertThat(coverage.lines())
                .filteredOn(line -> line.exercised() <= line.provoked())
                .extracting(line -> line.rule().id() + ": " + line.occasion())
                .as("rules that every scenario breaks which exercises them")
                .isEmpty();
    }

    @Test
    void recordedTraces_areJudgedAsTheRunsWere() {
        for (Mutant mutant : mutants) {
            assertThat(mutant.judgedBy(StandardRules.book())).as(mutant.name()).isEqualTo(mutant.broken());
        }
    }

    @Test
    void canary_aBookWithoutARule_doesNotPass() {
        for (Rule removed : StandardRules.book().rules()) {
            String id = removed.id().text();
            RuleBook lame = RuleBook.of(StandardRules.book().rules().stream()
                    .filter(rule -> !rule.equals(removed))
                    .toList());
            List<Mutant> witnesses = mutants.stream()
                    .filter(mutant -> mutant.broken().contains(id))
                    .toList();

            assertThat(witnesses.isEmpty() && !EXCEPTIONS.containsKey(id))
                    .as(id)
                    .isFalse();
            assertThat(witnesses).as(id).allSatisfy(mutant -> {
                ImmutableSet<String> others = mutant.broken().stream()
                        .filter(rule -> !rule.equals(id))
                        .collect(ImmutableSet.toImmutableSet());
                assertThat(mutant.judgedBy(lame)).as(mutant.name()).isEqualTo(others);
            });
        }
    }
}
