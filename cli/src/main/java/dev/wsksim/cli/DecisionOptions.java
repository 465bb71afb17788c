package dev.wsksim.cli;

import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who answers the decisions. */
final class DecisionOptions {
    @Option(
            names = "--decisions",
            paramLabel = "HOW",
            converter = DecisionModeConverter.class,
            completionCandidates = DecisionModeConverter.Candidates.class,
            description = "Who makes the choices that the documentation leaves open: ${COMPLETION-CANDIDATES}; the last"
                    + " three complete all IRPs alike.")
    private @Nullable DecisionMode source;

    @Option(names = "--replay", paramLabel = "FILE", description = "Feed back the decisions of a JSON result.")
    private @Nullable String replay;

    /** Returns the result whose decisions are fed back, as it was named, or null. */
    @Nullable
    String replayOption() {
        return replay;
    }

    /** Returns who answers; where nothing is said, it is who did in the earlier run. */
    DecisionMode mode(Optional<EarlierRun> earlier) {
        if (replay != null) {
            return DecisionMode.REPLAY;
        }
        return source == null ? earlier.map(EarlierRun::decisions).orElse(DecisionMode.TYPICAL) : source;
    }

    /** Returns the result whose decisions are fed back; the empty text when there is none. */
    String replay(Optional<EarlierRun> earlier) {
        if (replay != null) {
            return replay;
        }
        return mode(earlier) == DecisionMode.REPLAY
                ? earlier.map(EarlierRun::file).orElse("")
                : "";
    }
}
