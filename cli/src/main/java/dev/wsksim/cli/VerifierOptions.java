package dev.wsksim.cli;

import dev.wsksim.scenario.report.RuleCoverage;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.verifier.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options about broken rules. */
final class VerifierOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = SeverityConverter.class,
            completionCandidates = SeverityConverter.Candidates.class,
            description = "The least severity of a broken rule that fails a scenario, instead of its own:"
                    + " ${COMPLETION-CANDIDATES}. Others are told as notes.")
    private @Nullable Severity failOn;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Accept the broken rules that this file lists: others fail, and entries that occur no more are"
                            + " told.")
    private @Nullable String baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Accept all broken rules and write them down, as a file for --baseline.")
    private @Nullable String writeBaseline;

    @Option(
            names = "--rule-coverage",
            description =
                    "Also tell which rules the scenarios have exercised, which they have provoked, and which they never"
                            + " reached; with --verbose all of them, and in JSON, Markdown and HTML too.")
    private boolean ruleCoverage;

    @Option(
            names = "--min-rule-coverage",
            paramLabel = "PERCENT",
            converter = CountConverter.class,
            description = "Fail when a smaller part of the rules is reached; counts as --rule-coverage.")
    private @Nullable Integer minimum;

    /** Returns the count of rules, where it is wanted. */
    Optional<RuleCoverage> coverage() {
        Integer percent = minimum;
        if (percent != null && (percent < 0 || percent > 100) && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "--min-rule-coverage must be from 0 to 100, but was " + percent);
        }
        return ruleCoverage || percent != null ? Optional.of(new RuleCoverage()) : Optional.empty();
    }

    /** Returns in a line what is short of the bound; empty when nothing is. */
    String shortage(Optional<RuleCoverage> coverage) {
        Integer percent = minimum;
        return percent == null || coverage.isEmpty() || coverage.get().isAtLeast(percent)
                ? ""
                : "the rule coverage is below the " + percent + " % of --min-rule-coverage\n";
    }

    /** Tells whether all scenarios have to be played again where one has changed: what is written or counted is about all. */
    boolean isAboutAll() {
        return writeBaseline != null || coverage().isPresent();
    }

    /** Returns the accepted violations. */
    RunBaseline baseline(Surroundings surroundings) throws BadInputException {
        return RunBaseline.of(
                surroundings,
                Optional.ofNullable(named("--baseline", baseline)),
                Optional.ofNullable(named("--write-baseline", writeBaseline)));
    }

    private @Nullable String named(String option, @Nullable String name) {
        if (name != null && name.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), option + " needs a name, and '' is none");
        }
        return name;
    }

    /** Returns options with what the user has said. */
    RunOptions applyTo(RunOptions options) {
        Severity severity = failOn;
        return severity == null ? options : options.withFailOn(severity);
    }
}
