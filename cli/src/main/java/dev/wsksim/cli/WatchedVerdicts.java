package dev.wsksim.cli;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.scenario.report.ReportedCase;
import dev.wsksim.scenario.report.VisibleText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers, while files are watched, which scenarios did not pass when they were last played: a run of what has changed says nothing of
 * the others, and "1 passed" must not look as if all were well.
 */
final class WatchedVerdicts {
    /** The names of the scenarios of each file that did not pass when they were last played. */
    private final Map<String, Set<String>> bad = new LinkedHashMap<>();

    private final Set<String> playedNow = new LinkedHashSet<>();

    private boolean playedAgain;

    /** Begins another run: what it does not play keeps its verdict, but files that are not there any more are forgotten. */
    void begin(ImmutableSet<String> there) {
        playedAgain = true;
        playedNow.clear();
        bad.keySet().retainAll(there);
    }

    /** Tells whether something is played again, so that others may not be. */
    boolean isPlayedAgain() {
        return playedAgain;
    }

    /** Takes note of what came of a scenario; those of its file that were noted in an earlier run are forgotten. */
    void note(ReportedCase reported) {
        String file = reported.file();
        if (playedNow.add(file)) {
            bad.remove(file);
        }
        if (reported.verdict().isBad()) {
            bad.computeIfAbsent(file, unused -> new LinkedHashSet<>()).add(reported.name());
        }
    }

    /** Returns a line about what was not played now and did not pass before; empty where there is nothing of the kind. */
    Optional<String> remaining() {
        String files = bad.entrySet().stream()
                .filter(file -> !playedNow.contains(file.getKey()))
                .map(file ->
                        VisibleText.line(file.getKey()) + " (" + file.getValue().size() + ")")
                .collect(Collectors.joining(", "));
        return files.isEmpty() ? Optional.empty() : Optional.of("unchanged, and not passed before: " + files);
    }
}
