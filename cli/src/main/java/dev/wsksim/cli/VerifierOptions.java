package dev.wsksim.cli;

import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.verifier.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about broken rules. */
final class VerifierOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = SeverityConverter.class,
            completionCandidates = SeverityConverter.Candidates.class,
            description = "The least severity of a broken rule that fails a scenario, instead of its own:"
                    + " ${COMPLETION-CANDIDATES}. Others are told as notes.")
    private @Nullable Severity failOn;

    /** Returns options with what the user has said. */
    RunOptions applyTo(RunOptions options) {
        Severity severity = failOn;
        return severity == null ? options : options.withFailOn(severity);
    }
}
