package dev.wsksim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.bundle.BundledScenarios;
import dev.wsksim.scenario.bundle.RuleExamples;
import dev.wsksim.scenario.load.ScenarioLoader;
import dev.wsksim.scenario.model.ForcedMode;
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
import dev.wsksim.verifier.obligation.Disposition;
import dev.wsksim.verifier.obligation.Obligation;
import dev.wsksim.verifier.obligation.Obligations;
import dev.wsksim.verifier.rule.StandardRules;
import dev.wsksim.wsk.WskCallback;
import dev.wsksim.wsk.WskFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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

    /** The rules that no scenario breaks alone where completions are forced, each with the reason. */
    private static final ImmutableMap<String, String> FORCED_EXCEPTIONS = ImmutableMap.of(
            "WSK-IRP-014 inline",
            "nothing is pending, so that there is nothing to mark, where the call returns the status");

    /** The obligations that no scenario about a function of theirs breaks, each function with the reason. */
    private static final ImmutableMap<String, String> UNBROKEN = ImmutableMap.<String, String>builder()
            .put("V017 WskCaptureProviderNPI", "what a capture is owed shows at WskReleaseProviderNPI")
            .put("V018 WskCaptureProviderNPI", "what a capture is owed shows at WskReleaseProviderNPI")
            .put("V034 WskSocket", "scenarios name callbacks, of which the table of the category is made")
            .put("V042 WskSocket", "the memory that it delivers is used wrongly by other functions")
            .put("V042 WskAccept", "the memory that it delivers is used wrongly by other functions")
            .put("V043 WskDeregister", "it does not return; the socket is told where it was delivered")
            .put("V053 WskSocketConnect", "an option that comes too late shows at WskControlSocket")
            .put("V101 WskRelease", "a list that is not released shows at WskCloseSocket")
            .put("V108 WskBind", "a bind that is missing shows at WskListen and WskConnect")
            .put("V137 WskDeregister", "it does not return; the socket is told where it was delivered")
            .put("V140 WskInspectEvent", "scenarios name one of the three actions; in Java there is null")
            .put("V177 WskDisconnectEvent", "the peer's abort shows as a status")
            .put("V241", "its pages are those of callbacks, and a completion routine is none")
            .put("V188 WskRelease", "a list that is not released shows at WskCloseSocket")
            .buildOrThrow();

    /** An obligation that more pages than this say in the same words is broken at one of their functions. */
    private static final int SAME_WORDS = 5;

    private static final Pattern FUNCTION = Pattern.compile("\\bWsk[A-Z]\\w+");

    /**
     * What was recorded of a scenario that breaks rules.
     *
     * @param name the path and the variant
     * @param excepted the forced decisions under which it does not hold
     * @param expected the rules that the scenario expects to be broken
     * @param broken the rules that were broken
     * @param ended whether the driver was gone at the end, so that left-overs were judged
     */
    private record Mutant(
            String name,
            ImmutableSet<ForcedMode> excepted,
            ImmutableSet<String> expected,
            ImmutableSet<String> broken,
            boolean ended,
            ImmutableList<TraceEntry> trace) {

        ImmutableSet<String> judgedBy(RuleBook book) {
            return ids(verifier(book));
        }

        private Verifier verifier(RuleBook book) {
            Verifier verifier = new Verifier(book);
            trace.forEach(verifier::accept);
            if (ended) {
                verifier.driverUnloaded();
            }
            return verifier;
        }

        /** Returns each broken rule with the function that the scenario is about, and with those that its messages name. */
        Stream<String> brokenAt() {
            Stream<String> about = name.startsWith("wsk/")
                    ? expected.stream().map(rule -> rule + " " + name.split("/", -1)[1])
                    : Stream.of();
            return Stream.concat(
                    about,
                    verifier(StandardRules.book()).violations().stream()
                            .flatMap(violation -> FUNCTION.matcher(violation.message())
                                    .results()
                                    .map(match -> violation.rule().id() + " " + match.group())));
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
            for (Scenario scenario : bundle.load(path, new ScenarioLoader()).variants()) {
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
                result.scenario().exceptDecisions().keySet(),
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

    /** That such a scenario breaks the same rules under forced decisions is for {@link ForcedModesTest}. */
    @Test
    void everyRule_isBrokenAloneByAScenario_howeverIrpsAreCompleted() {
        for (ForcedMode mode : ForcedMode.values()) {
            Stream<String> missing = rules().stream()
                    .filter(rule -> mutants.stream()
                            .noneMatch(mutant -> mutant.expected().equals(ImmutableSet.of(rule))
                                    && !mutant.excepted().contains(mode)));

            assertThat(missing.map(rule -> rule + " " + mode.word()))
                    .filteredOn(rule -> !EXCEPTIONS.containsKey(rule.split(" ", -1)[0]))
                    .isSubsetOf(FORCED_EXCEPTIONS.keySet());
        }
    }

    @Test
    void everyObligationOfAFunctionThatARuleChecks_isBrokenAtThatFunction() {
        ImmutableSet<String> broken = mutants.stream().flatMap(Mutant::brokenAt).collect(ImmutableSet.toImmutableSet());
        List<String> missing = new ArrayList<>();
        for (Obligation obligation : Obligations.from(Obligations.Source.V)) {
            ImmutableList<String> functions = functions(obligation);
            List<String> unbroken = functions.stream()
                    .filter(function -> Obligations.rulesOf(obligation).stream()
                            .noneMatch(rule -> broken.contains(rule.id() + " " + function)))
                    .toList();
            if (obligation.disposition().kind() != Disposition.Kind.RULE) {
                continue;
            }
            if (functions.size() <= SAME_WORDS) {
                unbroken.forEach(function -> missing.add(obligation.id() + " " + function));
            } else if (unbroken.size() == functions.size()) {
                missing.add(obligation.id());
            }
        }

        assertThat(missing)
                .as("obligations without a scenario that breaks them at their function, and exceptions needed no more")
                .containsExactlyInAnyOrderElementsOf(UNBROKEN.keySet());
    }

    private static ImmutableList<String> functions(Obligation obligation) {
        return Stream.concat(
                        Arrays.stream(WskFunction.values())
                                .filter(function -> obligation.pages().contains(function.page()))
                                .map(WskFunction::name),
                        Arrays.stream(WskCallback.values())
                                .filter(callback -> obligation.pages().contains(callback.page()))
                                .map(WskCallback::name))
                .distinct()
                .collect(ImmutableList.toImmutableList());
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
