package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.wsksim.Profile;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.report.Detail;
import dev.wsksim.scenario.report.Emphasis;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.ReportedCases;
import dev.wsksim.scenario.report.RuleCoverage;
import dev.wsksim.scenario.report.TextReport;
import dev.wsksim.scenario.report.VisibleText;
import dev.wsksim.scenario.run.RunOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wsksim run}: plays scenarios and says what came of them. */
@Command(
        name = "run",
        description = {
            "Runs scenarios and reports what is not as they expect.",
            "",
            "A scenario is a file, a folder of *.yaml and *.yml files, or a bundled scenario or folder of them, such"
                    + " as wsk/WskSocketConnect (see 'wsksim list'). Of a folder, parts that scenarios include"
                    + " (*.part.yaml) are left out. What is on disk wins. If anything is wrong with"
                    + " any file, all problems are shown and nothing is run."
        },
        footer = {
            "%n@|bold Examples|@%n"
                    + "  wsksim run wsk                              all bundled WSK scenarios%n"
                    + "  wsksim run refused.yaml --trace             with everything that happened%n"
                    + "  wsksim run wsk --name '*refused*'           what has the word in its name%n"
                    + "  wsksim run scenarios --decisions seeded --seed 7%n"
                    + "  wsksim run scenarios --json result.json     for programs; the schema is documented%n"
                    + "  wsksim run one.yaml --replay result.json    with the decisions of that run%n"
                    + "  wsksim run scenarios --artefacts out        for a job in a pipeline%n"
                    + "  wsksim run --rerun-failed out               what did not pass in it%n"
                    + "  wsksim run mine.yaml --watch --html a.html  while you write it",
            ExitCode.HELP
        })
final class RunCommand extends HelpfulCommand {
    private final Surroundings surroundings;

    @Mixin
    private final ColorOption color = new ColorOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @ArgGroup(exclusive = true)
    private SeedOptions seeds = new SeedOptions();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileConverter.class,
            completionCandidates = ProfileConverter.Candidates.class,
            description = "The Windows generation, instead of the scenario's own: ${COMPLETION-CANDIDATES}.")
    private @Nullable Profile profile;

    @Mixin
    private final VerifierOptions verifier = new VerifierOptions();

    @ArgGroup(exclusive = true)
    private DecisionOptions decisions = new DecisionOptions();

    @Option(names = "--trace", description = "Print everything that happened, with its cause.")
    private boolean trace;

    @Mixin
    private final DocumentOptions documents = new DocumentOptions();

    @Mixin
    private final ArtefactOptions artefacts = new ArtefactOptions();

    @Option(names = "--check-determinism", description = "Run each scenario twice; a difference is a fault of wsksim.")
    private boolean checkDeterminism;

    @Option(names = "--fail-fast", description = "Begin no more scenarios after the first that does not pass.")
    private boolean failFast;

    @Option(
            names = "--watch",
            description =
                    "When all is run, wait for files to change, and run again what is in them, until Ctrl-C. With a"
                            + " document, an artefact, --write-baseline or --rule-coverage all of it is run again.")
    private boolean watch;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many scenarios to run at once; as many as there are processors unless told otherwise.")
    private @Nullable Integer jobs;

    @ArgGroup(exclusive = true)
    private DetailOptions detail = new DetailOptions();

    private final WatchedVerdicts verdicts = new WatchedVerdicts();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Makes the command for these words and no options. */
    static RunCommand of(Surroundings surroundings, List<String> words) {
        RunCommand command = new RunCommand(surroundings);
        command.selection.name(words);
        return command;
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
        requireName("--replay", decisions.replayOption());
        if ("".equals(seeds.source())) {
            throw wrong("--seed-from needs a text, and '' is none");
        }
        Optional<EarlierRun> earlier = selection.earlierRun(surroundings);
        if (!watch) {
            return playOnce(earlier, scenario -> true, loaded -> {});
        }
        FileWatch files = selection.watch(surroundings, earlier);
        playOnce(earlier, scenario -> true, loaded -> files.watchParts(loaded.parts()));
        while (!surroundings.interruption().isRaised()) {
            playAgain(files, earlier);
        }
        return ExitCode.INTERRUPTED;
    }

    private void playAgain(FileWatch files, Optional<EarlierRun> earlier) throws BadInputException {
        PrintWriter err = surroundings.err();
        err.println("watching " + files.count() + (files.count() == 1 ? " file" : " files") + "; Ctrl-C ends");
        err.flush();
        ImmutableSet<String> changed = changed(files);
        if (changed.isEmpty()) {
            return;
        }
        err.println("changed: " + VisibleText.line(String.join(", ", changed)));
        err.flush();
        // A document tells of the whole run, so it is all played again.
        boolean all = verifier.isAboutAll() || outputs().isAny();
        verdicts.begin(files.names());
        playOnce(earlier, scenario -> all || isIn(scenario, changed), loaded -> files.watchParts(loaded.parts()));
        verdicts.remaining().ifPresent(surroundings.out()::println);
        surroundings.out().flush();
    }

    private static boolean isIn(Scenario scenario, ImmutableSet<String> changed) {
        return changed.contains(scenario.position().file())
                || scenario.included().stream().anyMatch(changed::contains);
    }

    private ImmutableSet<String> changed(FileWatch files) {
        try {
            return files.await(surroundings.interruption()::isRaised);
        } catch (InterruptedException e) {
            surroundings.interruption().raise();
            Thread.currentThread().interrupt();
            return ImmutableSet.of();
        }
    }

    private RunOutputs outputs() throws BadInputException {
        return new RunOutputs(
                documents.targets(surroundings), artefacts.folders(surroundings), documents.folder(surroundings));
    }

    private int playOnce(Optional<EarlierRun> earlier, Predicate<Scenario> wanted, Consumer<LoadedScenarios> watched)
            throws BadInputException {
        RunOutputs outputs = outputs();
        outputs.requireWritable();
        RunBaseline baseline = verifier.baseline(surroundings);
        Optional<RuleCoverage> coverage = verifier.coverage();
        int threads = threads();
        LoadedScenarios loaded = selection.load(surroundings, earlier);
        watched.accept(loaded);
        Interruption interruption = surroundings.interruption();
        PrintWriter out = outputs.takeStandardOutput() ? surroundings.err() : surroundings.out();
        if (!loaded.problems().isEmpty() && !interruption.isRaised()) {
            surroundings.err().print(loaded.problemText());
            annotate(loaded, out);
            return ExitCode.BAD_INPUT;
        }
        RunPlan plan = plan(earlier);
        ImmutableList<Job> planned = interruption.isRaised()
                ? ImmutableList.of()
                : plan.jobs(
                        surroundings.files(),
                        selection.pick(loaded, earlier).stream().filter(wanted).toList());
        outputs.begin(surroundings.version(), plan.decisions(), loaded);
        RunReport report = report(out, loaded, plan);
        String seed = plan.seedText(planned.stream().map(Job::scenario).toList());
        report.begin(
                planned.size(),
                verdicts.isPlayedAgain() ? fileCount(planned) : loaded.fileCount(),
                seed + selection.text());
        if (planned.isEmpty() && !interruption.isRaised()) {
            report.nothingToRun(selection.reasonForNone(earlier));
        }
        play(planned, threads, judged(baseline, coverage), report, outputs, told(loaded, plan), loaded);
        boolean interrupted = interruption.isRaised();
        report.end(planned.size(), interrupted, checkDeterminism);
        report.tell(baseline.text());
        boolean kept = baseline.write(interrupted);
        coverage.ifPresent(counted -> report.tell(counted.text(detail.detail())));
        coverage.ifPresent(outputs::add);
        String shortage = verifier.shortage(coverage);
        report.tell(shortage);
        return outputs.end(interrupted) && kept ? report.exitCode(interrupted, !shortage.isEmpty()) : ExitCode.FAULT;
    }

    private static int fileCount(ImmutableList<Job> planned) {
        return (int) planned.stream()
                .map(job -> job.scenario().position().file())
                .distinct()
                .count();
    }

    private static UnaryOperator<Outcome> judged(RunBaseline baseline, Optional<RuleCoverage> coverage) {
        return outcome -> {
            if (coverage.isPresent() && outcome instanceof Outcome.Played played) {
                coverage.get().add(played.result());
            }
            return baseline.judge(outcome);
        };
    }

    private void play(
            ImmutableList<Job> planned,
            int threads,
            UnaryOperator<Outcome> judged,
            RunReport report,
            RunOutputs outputs,
            ToldOutcomes told,
            LoadedScenarios loaded) {
        Interruption interruption = surroundings.interruption();
        boolean watched = surroundings.terminal() && detail.detail() != Detail.QUIET;
        Progress progress = new Progress(surroundings.err(), watched, planned.size(), System::nanoTime);
        new Batch(surroundings.player(), threads, interruption::isRaised).play(planned, found -> {
            Outcome outcome = judged.apply(found);
            progress.clear();
            ReportedCase reported = told.of(outcome);
            verdicts.note(reported);
            report.add(outcome, reported);
            outputs.add(outcome, reported, told.cases(), loaded);
            progress.show(report.count());
            return !failFast || !reported.verdict().isBad();
        });
        progress.clear();
        String reason = interruption.isRaised() ? "interrupted" : "an earlier scenario did not pass (--fail-fast)";
        planned.subList(report.count(), planned.size()).forEach(job -> outputs.add(told.notRun(job, reason)));
    }

    private void annotate(LoadedScenarios loaded, PrintWriter out) {
        documents
                .annotations()
                .ifPresent(form -> loaded.scenarioProblems()
                        .forEach(problem ->
                                out.print(form.problem(problem.position(), problem.message(), problem.hint()))));
        out.flush();
    }

    private void requireName(String option, @Nullable String name) {
        if (name != null && name.isEmpty()) {
            throw wrong(option + " needs a name, and '' is none");
        }
    }

    private RuntimeException wrong(String message) {
        return spec == null ? new IllegalStateException(message) : new ParameterException(spec.commandLine(), message);
    }

    private int threads() {
        Integer wanted = jobs;
        if (wanted == null) {
            return surroundings.processors();
        }
        if (wanted < 1) {
            throw wrong("--jobs must be at least 1, but was " + wanted);
        }
        return wanted;
    }

    private RunPlan plan(Optional<EarlierRun> earlier) {
        RunOptions options = RunOptions.DEFAULT
                .withCancelled(surroundings.interruption()::isRaised)
                .withSnapshotsAt(artefacts.netstatAt());
        return RunPlan.of(
                verifier.applyTo(options), seeds, Optional.ofNullable(profile), decisions, earlier, checkDeterminism);
    }

    private ToldOutcomes told(LoadedScenarios loaded, RunPlan plan) {
        ReportedCases cases = new ReportedCases(detail.detail(), loaded, plan.replayLine(surroundings.program()));
        boolean verbose = detail.detail() == Detail.VERBOSE;
        return new ToldOutcomes(cases, surroundings.version(), verbose, documents.isWallTimeWanted());
    }

    private RunReport report(PrintWriter out, LoadedScenarios loaded, RunPlan plan) {
        Emphasis emphasis = color.emphasis(surroundings);
        return new RunReport(
                out,
                detail.detail(),
                emphasis,
                new TextReport(detail.detail(), emphasis, loaded, plan.replayLine(surroundings.program())),
                new FaultText(
                        emphasis,
                        plan.replayLine(surroundings.program()),
                        surroundings.version(),
                        detail.detail() == Detail.VERBOSE),
                documents.annotations(),
                trace,
                surroundings.terminal());
    }
}
