package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What says which scenarios are run: their names, and options that pick from what the names stand for. */
final class SelectionOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|NAME",
            description = "Files, folders, bundled scenarios or bundled folders; with --rerun-failed those of the"
                    + " earlier run unless any are named.")
    private List<String> words = List.of();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Run only scenarios with this tag; may be given more than once.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "PATTERN",
            converter = NamePattern.Converter.class,
            description =
                    "Run only scenarios with such a name: the whole name, where * stands for anything and ? for one"
                            + " character, or a regular expression between slashes for a part of it; may be given more than"
                            + " once.")
    private List<NamePattern> names = new ArrayList<>();

    @Option(
            names = "--rerun-failed",
            paramLabel = "RESULT",
            description = "Run only what did not pass in an earlier run, with its seeds, profiles, parameters and"
                    + " decision maker: a"
                    + " JSON result, or a folder of --artefacts.")
    private @Nullable String rerun;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = Shard.Converter.class,
            description = "Run only a part of the scenarios, such as 2/5 for the second of five parts.")
    private @Nullable Shard shard;

    /** Names what is to be run. */
    void name(List<String> files) {
        words = files;
    }

    /** Reads the earlier run, if there is one; complains if nothing says what is to be run. */
    Optional<EarlierRun> earlierRun(Surroundings surroundings) throws BadInputException {
        if (rerun == null) {
            if (words.isEmpty()) {
                throw wrong("Missing required parameter: 'PATH|NAME'");
            }
            return Optional.empty();
        }
        if (rerun.isEmpty()) {
            throw wrong("--rerun-failed needs a name, and '' is none");
        }
        return Optional.of(EarlierRun.read(surroundings.files(), rerun));
    }

    /** Loads the scenarios, or finds out what is wrong with them. */
    LoadedScenarios load(Surroundings surroundings, Optional<EarlierRun> earlier) throws BadInputException {
        ImmutableList<String> files = earlier.map(EarlierRun::files).orElse(ImmutableList.of());
        ImmutableMap<String, String> given = parameters.values();
        ImmutableMap<String, String> before =
                earlier.map(EarlierRun::parameters).orElse(given);
        if (!given.isEmpty() && !given.equals(before)) {
            throw new BadInputException("--set gives other parameters than the earlier run had, " + before
                    + ", and the names of its scenarios tell them\n"
                    + "  hint: leave --set out to run them again, or name the scenarios without --rerun-failed");
        }
        ImmutableMap<String, String> settings = before;
        return LoadedScenarios.of(surroundings, words.isEmpty() ? files : words, settings);
    }

    /** Watches the files among what is run; complains if there are none. */
    FileWatch watch(Surroundings surroundings, Optional<EarlierRun> earlier) {
        ImmutableList<String> again = earlier.map(EarlierRun::files).orElse(ImmutableList.of());
        FileWatch watch = new FileWatch(surroundings.files(), surroundings.bundle(), words.isEmpty() ? again : words);
        if (watch.count() == 0) {
            throw wrong("--watch needs files or folders: nothing else changes");
        }
        return watch;
    }

    /** Picks from what was loaded. */
    ImmutableList<Scenario> pick(LoadedScenarios loaded, Optional<EarlierRun> earlier) throws BadInputException {
        ImmutableList<Scenario> picked = loaded.scenarios();
        if (earlier.isPresent()) {
            if (words.isEmpty()) {
                earlier.get().requireAll(picked);
            }
            picked = earlier.get().select(picked);
        }
        picked = NameSelection.of(TagSelection.of(picked, tags), names);
        return shard == null ? picked : shard.of(picked);
    }

    /** Returns why there may be nothing to run although nothing is wrong; empty when there is no such reason. */
    String reasonForNone(Optional<EarlierRun> earlier) {
        if (shard != null) {
            return "part " + shard + " has no scenario: there are fewer than parts";
        }
        return earlier.map(run -> "nothing to run again: " + run.file() + " has none of these that did not pass")
                .orElse("");
    }

    /** Returns what the first line of a report adds about the selection. */
    String text() {
        return shard == null ? "" : ", part " + shard;
    }

    private RuntimeException wrong(String message) {
        return spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }
}
