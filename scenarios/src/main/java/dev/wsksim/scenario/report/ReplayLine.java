package dev.wsksim.scenario.report;

import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import java.util.regex.Pattern;

/**
 * Writes the command that repeats a run.
 *
 * <p>Seed and profile are always part of it, so that the line also repeats the run after the scenario's own have been
 * edited.
 *
 * @param program how the program is called
 * @param decisions who answered the decisions that the scenario left open
 * @param replayFile the file whose decisions were fed back; empty unless that is how they were answered
 * @param more other options that the verdict depends on; empty where there are none
 */
public record ReplayLine(String program, DecisionMode decisions, String replayFile, String more) {
    /** How the program is called in its own folder. */
    public static final String PROGRAM = "./wsksim";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./\\\\-]+");

    /** A run with typical decisions. */
    public static final ReplayLine TYPICAL = new ReplayLine(DecisionMode.TYPICAL, "");

    /** Makes lines without other options. */
    public ReplayLine(DecisionMode decisions, String replayFile) {
        this(PROGRAM, decisions, replayFile, "");
    }

    /** Returns the command that repeats the run of a result. */
    public String of(ScenarioResult result) {
        StringBuilder line = new StringBuilder(
                of(result.file(), result.seed(), result.profile().label()));
        result.scenario()
                .variant()
                .parameters()
                .forEach((name, value) -> line.append(" --set ").append(quoted(name + "=" + value)));
        return line.toString();
    }

    /** Returns the command that runs a file with a seed and a profile. */
    public String of(String file, long seed, String profile) {
        StringBuilder line = new StringBuilder(quoted(program)).append(" run ").append(quoted(file));
        line.append(" --seed ").append(seed).append(" --profile ").append(profile);
        if (decisions == DecisionMode.REPLAY) {
            line.append(" --replay ").append(quoted(replayFile));
        } else if (decisions != DecisionMode.TYPICAL) {
            line.append(" --decisions ").append(decisions.label());
        }
        return more.isEmpty() ? line.toString() : line.append(' ').append(more).toString();
    }

    /** Returns the word as a POSIX shell takes it whole. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : "'" + VisibleText.line(word).replace("'", "'\\''") + "'";
    }
}
