package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of commands that play one scenario in order to show something of it. */
final class PlayOptions {
    @Parameters(
            arity = "1",
            paramLabel = "PATH|NAME",
            description = "One scenario: a file, or a bundled scenario such as lessons/01-first-connect.")
    private String word = "";

    @Option(
            names = "--variant",
            paramLabel = "TEXT",
            description = "Which variant, where the scenario has a matrix: the text, or a part of it, that 'wsksim run'"
                    + " shows in brackets, such as family=ipv6.")
    private @Nullable String variant;

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            description = "The seed of all chance, instead of the scenario's own (1 unless it says otherwise).")
    private @Nullable Long seed;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileConverter.class,
            completionCandidates = ProfileConverter.Candidates.class,
            description = "The Windows generation, instead of the scenario's own: ${COMPLETION-CANDIDATES}.")
    private @Nullable Profile profile;

    @ArgGroup(exclusive = true)
    private Decisions decisions = new Decisions();

    /** Who answers the decisions. */
    static final class Decisions {
        @Option(
                names = "--decisions",
                paramLabel = "HOW",
                converter = DecisionModeConverter.class,
                completionCandidates = DecisionModeConverter.Candidates.class,
                description = "Who makes the choices that the documentation leaves open: ${COMPLETION-CANDIDATES}.")
        private DecisionMode source = DecisionMode.TYPICAL;

        @Option(names = "--replay", paramLabel = "FILE", description = "Feed back the decisions of a JSON result.")
        private @Nullable String replay;
    }

    /** Loads and plays the scenario. */
    ScenarioResult play(Surroundings surroundings) throws BadInputException {
        return play(surroundings, UnaryOperator.identity());
    }

    /** Loads and plays the scenario with more options than a user can give. */
    ScenarioResult play(Surroundings surroundings, UnaryOperator<RunOptions> more) throws BadInputException {
        ScenarioResult result = playQuietly(surroundings, more);
        if (result.verdict() != Verdict.PASSED) {
            surroundings
                    .err()
                    .println("wsksim: the verdict of the scenario is '"
                            + result.verdict().label() + "'; 'wsksim run' with the same options tells why");
        }
        return result;
    }

    /** Loads and plays the scenario with more options than a user can give, and does not tell when it did not pass. */
    ScenarioResult playQuietly(Surroundings surroundings, UnaryOperator<RunOptions> more) throws BadInputException {
        Scenario scenario = scenario(surroundings);
        ScenarioResult result = surroundings.player().play(scenario, more.apply(options(surroundings, scenario)));
        if (result.verdict() == Verdict.SKIPPED) {
            throw new BadInputException(word + ": the scenario is not played with --decisions "
                    + decisions.source.label() + "\n  hint: except-decisions says why: " + result.skipped());
        }
        return result;
    }

    private Scenario scenario(Surroundings surroundings) throws BadInputException {
        LoadedScenarios loaded = LoadedScenarios.of(surroundings, List.of(word), parameters.values());
        if (!loaded.problems().isEmpty()) {
            throw new BadInputException(loaded.problemText().stripTrailing());
        }
        ImmutableList<Scenario> all = loaded.scenarios();
        if (loaded.fileCount() != 1) {
            throw new BadInputException(word + ": there are " + loaded.fileCount()
                    + " scenarios in it, and one is wanted\n  hint: " + inventory(surroundings));
        }
        String wanted = variant;
        if (wanted == null) {
            if (all.size() > 1) {
                throw new BadInputException(word + ": the scenario has " + all.size()
                        + " variants, and one is wanted\n  hint: --variant with one of: " + labels(all));
            }
            return all.get(0);
        }
        return ofVariant(all, wanted);
    }

    private String inventory(Surroundings surroundings) {
        return surroundings.bundle().select(word).isEmpty()
                ? "name one of the files in it"
                : "'wsksim list " + word + "' shows them";
    }

    private Scenario ofVariant(ImmutableList<Scenario> all, String wanted) throws BadInputException {
        List<Scenario> exact =
                all.stream().filter(one -> one.variant().label().equals(wanted)).toList();
        List<Scenario> found = exact.isEmpty()
                ? all.stream()
                        .filter(one -> one.variant().label().contains(wanted))
                        .toList()
                : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        if (all.size() == 1) {
            throw new BadInputException(word + ": the scenario has no matrix, and so no variant '" + wanted + "'");
        }
        List<String> labels = all.stream().map(one -> one.variant().label()).toList();
        String hint = found.isEmpty()
                ? KnownNames.closest(wanted, labels)
                        .map(close -> "did you mean '" + close + "'?")
                        .orElse("the variants are: " + labels(all))
                : "they are: " + labels(found);
        throw new BadInputException(word + ": " + (found.isEmpty() ? "no variant is" : found.size() + " variants are")
                + " called '" + wanted + "'\n  hint: " + hint);
    }

    private static String labels(List<Scenario> scenarios) {
        return scenarios.stream().map(one -> one.variant().label()).collect(Collectors.joining("; "));
    }

    private RunOptions options(Surroundings surroundings, Scenario scenario) throws BadInputException {
        RunOptions options = RunOptions.DEFAULT.withCancelled(surroundings.interruption()::isRaised);
        options = seed == null ? options : options.withSeed(seed);
        options = profile == null ? options : options.withProfile(profile);
        String replay = decisions.replay;
        return replay == null
                ? options.withDecisions(decisions.source)
                : ReplaySource.read(surroundings.files(), replay).optionsFor(scenario, options);
    }
}
