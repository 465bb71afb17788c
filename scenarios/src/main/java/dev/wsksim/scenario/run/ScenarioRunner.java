package dev.wsksim.scenario.run;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Profile;
import dev.wsksim.Simulation;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.DecisionLog;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.ReplayPolicy;
import dev.wsksim.engine.ScriptedPolicy;
import dev.wsksim.engine.SeededPolicy;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.ScriptedDecision;
import dev.wsksim.scenario.model.Step;
import dev.wsksim.scenario.model.VerifierSpec;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.RuleId;
import dev.wsksim.verifier.RulePolicy;
import dev.wsksim.verifier.Severity;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.verifier.Violation;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.Optional;
import java.util.function.Function;

/** Plays scenarios, each in a world of its own, so that runs know nothing of each other. */
public final class ScenarioRunner {

    private final RunOptions options;

    /** Makes a runner with these options. */
    public ScenarioRunner(RunOptions options) {
        this.options = options;
    }

    /**
     * Plays a scenario to its end; one that does not hold under the decisions that are forced is skipped.
     *
     * @throws IllegalArgumentException when a step needs a driver and the scenario, made in Java, has none
     */
    public ScenarioResult run(Scenario scenario) {
        if (scenario.driver().isEmpty() && scenario.steps().stream().anyMatch(Step::needsDriver)) {
            throw new IllegalArgumentException(
                    "a step of scenario '" + scenario.name() + "' needs a driver, and there is none");
        }
        long seed = options.seed().orElse(scenario.seed().orElse(Configuration.DEFAULT_SEED));
        Profile profile = options.profile()
                .or(() -> scenario.profile().flatMap(named -> Profile.byLabel(named.word())))
                .orElse(Profile.DEFAULT);
        Optional<String> exception = options.decisions()
                .forced()
                .flatMap(
                        forced -> Optional.ofNullable(scenario.exceptDecisions().get(forced)));
        if (exception.isPresent()) {
            return ScenarioResult.skipped(scenario, seed, profile, exception.get());
        }
        return play(scenario, seed, profile);
    }

    private ScenarioResult play(Scenario scenario, long seed, Profile profile) {
        Patience patience = new Patience();
        Configuration configuration =
                new Configuration(seed, profile, limits(scenario), policy(scenario, options, patience));
        Simulation simulation = Wsksim.simulation(configuration);
        TraceLog trace = new TraceLog(scenario.limits().traceEntries().orElse(TraceLog.DEFAULT_LIMIT));
        TraceDigest digest = new TraceDigest();
        Verifier verifier = new Verifier(StandardRules.book(), policy(scenario));
        DecisionLog decisions = new DecisionLog();
        simulation.trace().addSink(trace);
        simulation.trace().addSink(digest);
        simulation.trace().addSink(verifier);
        options.sinks().forEach(simulation.trace()::addSink);
        simulation.decisions().addListener(decisions);
        SnapshotLog snapshots = new SnapshotLog(simulation, options.snapshotsAt());
        FindingsLog findings = new FindingsLog(simulation.loop(), trace);
        ScenarioRun run =
                new ScenarioRun(scenario, simulation, trace, verifier, findings, patience, options.cancelled());
        run.play();
        if (options.decisions() != RunOptions.DecisionMode.REPLAY) {
            ScriptChecks.check(scenario.decisions(), decisions.decisions(), findings);
        }
        return new ScenarioResult(
                scenario,
                seed,
                profile,
                Verdict.of(findings.all()),
                findings.all(),
                digest.hex(),
                simulation.loop().now(),
                run.stepsOverAt(),
                simulation.loop().firedEvents(),
                decisions.decisions(),
                verifier.violations().stream()
                        .map(Violation::rule)
                        .map(rule -> rule.id().toString())
                        .distinct()
                        .collect(ImmutableList.toImmutableList()),
                findings.remarks(),
                trace.entries(),
                snapshots.all(),
                run.finalState(),
                run.waits(),
                "");
    }

    private RulePolicy policy(Scenario scenario) {
        VerifierSpec said = scenario.verifier();
        RulePolicy policy =
                RulePolicy.STRICT.countingFrom(options.failOn().or(said::failOn).orElse(Severity.QUALITY));
        for (VerifierSpec.RuleOff off : said.off()) {
            policy = policy.off(new RuleId(off.rule().name()), off.because());
        }
        return policy;
    }

    private static Limits limits(Scenario scenario) {
        Limits limits = Limits.DEFAULT;
        if (scenario.limits().events().isPresent()) {
            limits = limits.withEvents(scenario.limits().events().getAsLong());
        }
        return scenario.limits().virtualTime().map(limits::withVirtualTime).orElse(limits);
    }

    private static Function<RandomStreams, DecisionPolicy> policy(
            Scenario scenario, RunOptions options, Patience patience) {
        ImmutableList<ScriptedPolicy.Answer> script =
                scenario.decisions().stream().map(ScenarioRunner::answer).collect(ImmutableList.toImmutableList());
        return randoms -> {
            DecisionPolicy rest = switch (options.decisions()) {
                case TYPICAL -> DecisionPolicy.TYPICAL;
                case SEEDED -> new SeededPolicy(randoms.stream("decisions"));
                case INLINE, PENDED, DISPATCH ->
                    new ForcedCompletions(options.decisions().forced().orElseThrow(), patience);
                case REPLAY -> new ReplayPolicy(options.replay());
            };
            boolean scripted = !script.isEmpty() && options.decisions() != RunOptions.DecisionMode.REPLAY;
            return scripted ? new ScriptedPolicy(script, rest) : rest;
        };
    }

    private static ScriptedPolicy.Answer answer(ScriptedDecision decision) {
        return new ScriptedPolicy.Answer(
                decision.at(), decision.choose(), decision.times().orElse(ScriptedPolicy.EVERY_TIME));
    }
}
