package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.Profile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.JsonReport;
import dev.wsksim.scenario.report.ReplayLine;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsksim run}: plays scenarios and says what came of them. */
@Command(
        name = "run",
        description = {
            "Runs scenarios and reports what is not as they expect.",
            "",
            "A scenario is a file, a folder of *.yaml and *.yml files, or a bundled scenario or folder of them, such"
                    + " as wsk/WskSocketConnect (see 'wsksim list'). What is on disk wins. If anything is wrong with"
                    + " any file, all problems are shown and nothing is run."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim run wsk                              all bundled WSK scenarios%n"
                    + "  wsksim run refused.yaml --trace             with everything that happened%n"
                    + "  wsksim run scenarios --decisions seeded --seed 7%n"
                    + "  wsksim run scenarios --json result.json     for programs; the schema is documented%n"
                    + "  wsksim run one.yaml --replay result.json    with the decisions of that run",
            ExitCode.HELP
        })
final class RunCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Mixin
    private final ColorOption color = new ColorOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH|NAME",
            description = "Files, folders, bundled scenarios or bundled folders.")
    private List<String> words = List.of();

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
    private DecisionOptions decisions = new DecisionOptions();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Run only scenarios with this tag; may be given more than once.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--trace", description = "Print everything that happened, with its cause.")
    private boolean trace;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON; '-' is standard output.")
    private @Nullable String json;

    @Mixin
    private final ArtefactOptions artefacts = new ArtefactOptions();

    @Option(names = "--check-determinism", description = "Run each scenario twice; a difference is a fault of wsksim.")
    private boolean checkDeterminism;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many scenarios to run at once; as many as there are processors unless told otherwise.")
    private @Nullable Integer jobs;

    @ArgGroup(exclusive = true)
    private DetailOptions detail = new DetailOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Who answers the decisions. */
    static final class DecisionOptions {
        @Option(
                names = "--decisions",
                paramLabel = "HOW",
                converter = DecisionModeConverter.class,
                completionCandidates = DecisionModeConverter.Candidates.class,
                description = "Who makes the choices that the documentation leaves open: ${COMPLETION-CANDIDATES};"
                        + " the last three complete all IRPs alike.")
        private DecisionMode source = DecisionMode.TYPICAL;

        @Option(names = "--replay", paramLabel = "FILE", description = "Feed back the decisions of a JSON result.")
        private @Nullable String replay;

        DecisionMode mode() {
            return replay == null ? source : DecisionMode.REPLAY;
        }

        /** Returns the result whose decisions are fed back; the empty text when there is none. */
        String replay() {
            return replay == null ? "" : replay;
        }
    }

    /** How much is said. */
    static final class DetailOptions {
        @Option(
                names = {"-q", "--quiet"},
                description = "Report only what did not pass.")
        private boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Also report seed, profile, digest and events of each scenario.")
        private boolean verbose;

        Detail detail() {
            if (quiet) {
                return Detail.QUIET;
            }
            return verbose ? Detail.VERBOSE : Detail.NORMAL;
        }
    }

    @Override
    public Integer call() throws BadInputException {
        requireName("--json", json);
        requireName("--replay", decisions.replay);
        JsonTarget target = new JsonTarget(surroundings, json == null ? "" : json);
        target.requireWritable();
        ImmutableList<ArtefactFolder> folders = artefacts.folders(surroundings);
        int threads = threads();
        LoadedScenarios loaded = LoadedScenarios.of(surroundings, words);
        if (!loaded.problems().isEmpty() && !surroundings.interruption().isRaised()) {
            surroundings.err().print(loaded.problemText());
            return ExitCode.BAD_INPUT;
        }
        List<Job> planned =
                surroundings.interruption().isRaised() ? List.of() : plan(TagSelection.of(loaded.scenarios(), tags));
        for (ArtefactFolder folder : folders) {
            folder.prepare();
        }
        PrintWriter out = target.isStandardOutput() ? surroundings.err() : surroundings.out();
        RunReport report = report(out, loaded, target.isWanted());
        Interruption interruption = surroundings.interruption();
        report.begin(planned.size(), loaded.fileCount(), seedText());
        boolean watched = surroundings.terminal() && detail.detail() != Detail.QUIET;
        Progress progress = new Progress(surroundings.err(), watched, planned.size(), System::nanoTime);
        new Batch(surroundings.player(), threads, interruption::isRaised).play(planned, outcome -> {
            progress.clear();
            report.add(outcome);
            folders.forEach(folder -> folder.add(outcome));
            progress.show(report.count());
        });
        progress.clear();
        boolean interrupted = interruption.isRaised();
        report.end(planned.size(), interrupted, checkDeterminism);
        Optional<String> document = report.json(interrupted);
        boolean lost = folders.stream().anyMatch(ArtefactFolder::isIncomplete);
        if ((document.isPresent() && !target.write(document.get())) || lost) {
            return ExitCode.FAULT;
        }
        return report.exitCode(interrupted);
    }

    private void requireName(String option, @Nullable String name) {
        if (name != null && name.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), option + " needs a name, and '' is none");
        }
    }

    private int threads() {
        Integer wanted = jobs;
        if (wanted == null) {
            return surroundings.processors();
        }
        if (wanted < 1 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--jobs must be at least 1, but was " + wanted);
        }
        return wanted;
    }

    private List<Job> plan(ImmutableList<Scenario> scenarios) throws BadInputException {
        RunOptions options = options();
        if (decisions.mode() != DecisionMode.REPLAY) {
            return scenarios.stream()
                    .map(scenario -> new Job(scenario, options, checkDeterminism))
                    .toList();
        }
        ReplaySource replay = ReplaySource.read(surroundings.files(), decisions.replay());
        ImmutableList.Builder<Job> planned = ImmutableList.builder();
        for (Scenario scenario : scenarios) {
            planned.add(new Job(scenario, replay.optionsFor(scenario, options), checkDeterminism));
        }
        return planned.build();
    }

    private RunOptions options() {
        RunOptions options = RunOptions.DEFAULT
                .withCancelled(surroundings.interruption()::isRaised)
                .withSnapshotsAt(artefacts.netstatAt());
        options = seed == null ? options : options.withSeed(seed);
        options = profile == null ? options : options.withProfile(profile);
        return decisions.mode() == DecisionMode.REPLAY ? options : options.withDecisions(decisions.mode());
    }

    private RunReport report(PrintWriter out, LoadedScenarios loaded, boolean jsonWanted) {
        Emphasis emphasis = color.emphasis(surroundings);
        ReplayLine replay = new ReplayLine(decisions.mode(), decisions.replay());
        return new RunReport(
                out,
                detail.detail(),
                emphasis,
                new TextReport(detail.detail(), emphasis, loaded, replay),
                new FaultText(emphasis, replay, surroundings.version(), detail.detail() == Detail.VERBOSE),
                jsonWanted ? Optional.of(new JsonReport(surroundings.version(), decisions.mode())) : Optional.empty(),
                trace,
                surroundings.terminal());
    }

    private String seedText() {
        if (seed != null) {
            return "seed " + seed;
        }
        return decisions.mode() == DecisionMode.REPLAY
                ? "seeds and decisions of " + decisions.replay()
                : "seed " + Configuration.DEFAULT_SEED + " where a scenario has none of its own";
    }
}
