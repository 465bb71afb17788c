package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.nio.file.FileSystem;
import java.util.List;
import java.util.Optional;

/**
 * How the scenarios of a run are played.
 *
 * @param given what holds for all of them
 * @param seeds where seeds come from
 * @param decisions who answers decisions
 * @param replay the result whose decisions are fed back; the empty text when there is none
 * @param earlier the run whose scenarios are played again
 * @param twice whether each is played twice
 */
record RunPlan(
        RunOptions given,
        SeedOptions seeds,
        DecisionMode decisions,
        String replay,
        Optional<EarlierRun> earlier,
        boolean twice) {

    /** Makes the plan of a run. */
    static RunPlan of(
            RunOptions options,
            SeedOptions seeds,
            Optional<Profile> profile,
            DecisionOptions decisions,
            Optional<EarlierRun> earlier,
            boolean twice) {
        RunOptions given =
                seeds.seed().isPresent() ? options.withSeed(seeds.seed().getAsLong()) : options;
        given = profile.isPresent() ? given.withProfile(profile.get()) : given;
        DecisionMode mode = decisions.mode(earlier);
        given = mode == DecisionMode.REPLAY ? given : given.withDecisions(mode);
        return new RunPlan(given, seeds, mode, decisions.replay(earlier), earlier, twice);
    }

    /** Returns a job for each scenario. */
    ImmutableList<Job> jobs(FileSystem files, List<Scenario> scenarios) throws BadInputException {
        Optional<ReplaySource> source =
                replay.isEmpty() ? Optional.empty() : Optional.of(ReplaySource.read(files, replay));
        ImmutableList.Builder<Job> jobs = ImmutableList.builder();
        for (Scenario scenario : scenarios) {
            RunOptions options = earlier.isPresent() ? earlier.get().optionsFor(scenario, given) : given;
            jobs.add(new Job(
                    scenario, source.isPresent() ? source.get().optionsFor(scenario, options) : options, twice));
        }
        return jobs.build();
    }

    /** Returns how replay lines are written, which begin with how the program was called. */
    ReplayLine replayLine(String program) {
        String failOn =
                given.failOn().map(severity -> "--fail-on " + severity.label()).orElse("");
        return new ReplayLine(program, decisions, replay, failOn);
    }

    /** Returns what the first line of a report says of seeds. */
    String seedText(List<Scenario> scenarios) {
        if (seeds.seed().isPresent()) {
            return seeds.text();
        }
        if (decisions == DecisionMode.REPLAY) {
            return "seeds and decisions of " + replay;
        }
        return earlier.map(run -> "seeds of " + run.file()).orElse(seeds.textFor(scenarios));
    }
}
