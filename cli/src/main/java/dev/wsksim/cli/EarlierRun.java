package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.Profile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.RecordedRuns;
import dev.wsksim.scenario.report.RecordedVerdict;
import dev.wsksim.scenario.report.RecordedVerdicts;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An earlier run, of which the scenarios that did not pass are to be played once more. */
final class EarlierRun {
    private final String file;
    private final RecordedVerdicts recorded;
    private final ImmutableList<RecordedVerdict> notPassed;

    private EarlierRun(String file, RecordedVerdicts recorded) {
        this.file = file;
        this.recorded = recorded;
        this.notPassed = recorded.verdicts().stream()
                .filter(verdict -> !verdict.isFine())
                .collect(ImmutableList.toImmutableList());
    }

    /** Reads a JSON result, or that in a folder of {@code --artefacts}. */
    static EarlierRun read(FileSystem files, String name) throws BadInputException {
        String file = fileOf(files, name);
        return new EarlierRun(file, ResultFile.read(files, file, RecordedRuns::readVerdicts));
    }

    private static String fileOf(FileSystem files, String name) throws BadInputException {
        try {
            Path path = files.getPath(name);
            return Files.isDirectory(path) ? path.resolve(RunFolder.RESULT).toString() : name;
        } catch (InvalidPathException e) {
            throw new BadInputException(name + ": this is not a path: " + e.getReason());
        }
    }

    /** Returns the JSON result. */
    String file() {
        return file;
    }

    /** Returns who answered the decisions. */
    DecisionMode decisions() {
        return Arrays.stream(DecisionMode.values())
                .filter(mode -> mode.label().equals(recorded.decisionMode()))
                .findFirst()
                .orElse(DecisionMode.TYPICAL);
    }

    /** Returns the parameters that were set, which are the same for all scenarios of a run. */
    ImmutableMap<String, String> parameters() {
        return notPassed.stream()
                .map(RecordedVerdict::parameters)
                .filter(parameters -> !parameters.isEmpty())
                .findFirst()
                .orElse(ImmutableMap.of());
    }

    /** Returns the files of the scenarios that did not pass. */
    ImmutableList<String> files() {
        return notPassed.stream()
                .map(RecordedVerdict::file)
                .collect(ImmutableSet.toImmutableSet())
                .asList();
    }

    /** Returns those of the scenarios that did not pass. */
    ImmutableList<Scenario> select(List<Scenario> scenarios) {
        return scenarios.stream()
                .filter(scenario -> find(scenario).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /** Complains if one that did not pass is not among the scenarios of its file any more. */
    void requireAll(List<Scenario> scenarios) throws BadInputException {
        for (RecordedVerdict wanted : notPassed) {
            if (scenarios.stream().noneMatch(scenario -> isOf(wanted, scenario))) {
                throw new BadInputException(file + ": \"" + wanted.name() + "\" did not pass, and "
                        + wanted.file() + " has no scenario of this name any more\n"
                        + "  hint: name the scenarios that are to be run");
            }
        }
    }

    /** Returns the options with the seed and profile that a scenario had, where none are given. */
    RunOptions optionsFor(Scenario scenario, RunOptions given) throws BadInputException {
        Optional<RecordedVerdict> found = find(scenario);
        if (found.isEmpty()) {
            return given;
        }
        String label = found.get().profile();
        Profile profile = Profile.byLabel(label)
                .orElseThrow(() -> new BadInputException(file + ": there is no profile '" + label + "'"));
        RunOptions seeded =
                given.seed().isPresent() ? given : given.withSeed(found.get().seed());
        return seeded.profile().isPresent() ? seeded : seeded.withProfile(profile);
    }

    private Optional<RecordedVerdict> find(Scenario scenario) {
        return notPassed.stream().filter(verdict -> isOf(verdict, scenario)).findFirst();
    }

    private static boolean isOf(RecordedVerdict verdict, Scenario scenario) {
        return verdict.name().equals(scenario.displayName())
                && verdict.file().equals(scenario.position().file());
    }
}
