package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.wsksim.Profile;
import dev.wsksim.engine.Decision;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.FinalState;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.trace.DecisionMade;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.verifier.waits.WaitGraph;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays nothing: the name of a scenario says what comes of it. */
final class StubPlayer implements Player {
    final List<RunOptions> asked = new CopyOnWriteArrayList<>();

    @Override
    public ScenarioResult play(Scenario scenario, RunOptions options) {
        asked.add(options);
        if (scenario.name().contains("breaks down")) {
            throw new AssertionError("socket 3 was closed twice");
        }
        Verdict verdict = verdict(scenario, options);
        String chance = scenario.name().contains("differs") ? Integer.toString(asked.size()) : "pended";
        Decision decision = new Decision("WskSocketConnect.completion", chance, 0, 3, 1);
        long seed = options.seed().orElse(1);
        return new ScenarioResult(
                scenario,
                seed,
                options.profile().orElse(Profile.DEFAULT),
                verdict,
                verdict == Verdict.FAILED || verdict == Verdict.INCONCLUSIVE
                        ? ImmutableList.of(finding(scenario, verdict))
                        : ImmutableList.of(),
                Hashing.sha256()
                        .hashString(scenario.name() + seed + chance, StandardCharsets.UTF_8)
                        .toString(),
                new SimTime(10_000_000),
                new SimTime(10_000_000),
                12,
                ImmutableList.of(decision),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(
                        new TraceEntry(1, 0, 0, new DecisionMade("irp.completion-irql", "DISPATCH_LEVEL", 2, 1)),
                        new TraceEntry(2, 5_000_000, 1, new DecisionMade("WskSocketConnect.completion", chance, 3, 1))),
                ImmutableList.of(),
                FinalState.NOTHING,
                WaitGraph.EMPTY,
                verdict == Verdict.SKIPPED ? "it needs pended requests" : "");
    }

    private static Verdict verdict(Scenario scenario, RunOptions options) {
        if (options.cancelled().getAsBoolean() || scenario.name().contains("not simulated")) {
            return Verdict.INCONCLUSIVE;
        }
        if (scenario.name().contains("skipped")) {
            return Verdict.SKIPPED;
        }
        return scenario.name().contains("fails") ? Verdict.FAILED : Verdict.PASSED;
    }

    private static Finding finding(Scenario scenario, Verdict verdict) {
        boolean failed = verdict == Verdict.FAILED;
        return new Finding(
                failed ? FindingKind.RETURN : FindingKind.NOT_SIMULATED,
                new SourcePosition(scenario.position().file(), 16, 14),
                SimTime.START,
                failed ? "WskSocketConnect returned another status" : "not simulated: SO_KEEPALIVE",
                failed ? "STATUS_PENDING" : "",
                failed ? "STATUS_SUCCESS" : "",
                "",
                "",
                ImmutableList.of());
    }
}
