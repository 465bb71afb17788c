package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.RecordedRun;
import dev.wsksim.scenario.report.RecordedRuns;
import dev.wsksim.scenario.run.RunOptions;
import java.nio.file.FileSystem;
import java.util.List;
import java.util.Optional;

/** A JSON result whose decisions are fed back. */
final class ReplaySource {
    private final String file;
    private final ImmutableList<RecordedRun> runs;

    private ReplaySource(String file, ImmutableList<RecordedRun> runs) {
        this.file = file;
        this.runs = runs;
    }

    /** Reads a JSON result. */
    static ReplaySource read(FileSystem files, String file) throws BadInputException {
        return new ReplaySource(file, ResultFile.read(files, file, RecordedRuns::read));
    }

    /**
     * Returns the options with the decisions of the recorded run of this scenario, and its seed and profile where none
     * are given.
     */
    RunOptions optionsFor(Scenario scenario, RunOptions given) throws BadInputException {
        RecordedRun run = runOf(scenario)
                .orElseThrow(() ->
                        new BadInputException(file + ": there is no run of \"" + scenario.displayName() + "\" in it"));
        Profile profile = Profile.byLabel(run.profile())
                .orElseThrow(() -> new BadInputException(file + ": there is no profile '" + run.profile() + "'"));
        RunOptions options = given.withReplay(run.decisions());
        RunOptions seeded = options.seed().isPresent() ? options : options.withSeed(run.seed());
        return seeded.profile().isPresent() ? seeded : seeded.withProfile(profile);
    }

    private Optional<RecordedRun> runOf(Scenario scenario) {
        List<RecordedRun> named = runs.stream()
                .filter(run -> run.name().equals(scenario.displayName()))
                .toList();
        return named.stream()
                .filter(run -> run.file().equals(scenario.position().file()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
