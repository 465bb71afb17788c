package dev.wsksim.junit5.engine;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * The configuration parameters of the engine, from {@code junit-platform.properties}, the build tool or system properties.
 *
 * @param seed {@code wsksim.seed}: the seed in place of the scenarios' own
 * @param profile {@code wsksim.profile}: the profile in place of the scenarios' own
 * @param decisions {@code wsksim.decisions}: who answers the decisions that scenarios leave open
 * @param parallel {@code wsksim.parallel.enabled}: whether scenarios run side by side, by default {@code false}; how many, the
 *     other parameters with this prefix say, which are those of Jupiter
 */
record PlayParameters(OptionalLong seed, Optional<Profile> profile, DecisionMode decisions, boolean parallel)
        implements EngineExecutionContext {
    static final String PARALLEL_PREFIX = "wsksim.parallel.";

    private static final String SEED = "wsksim.seed";
    private static final String PROFILE = "wsksim.profile";
    private static final String DECISIONS = "wsksim.decisions";
    private static final String PARALLEL = PARALLEL_PREFIX + "enabled";

    /**
     * Reads the parameters.
     *
     * @throws JUnitException when one has no value that it may have
     */
    static PlayParameters of(ConfigurationParameters parameters) {
        return new PlayParameters(
                parameters
                        .get(SEED, PlayParameters::seedOf)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty),
                parameters.get(PROFILE).map(label -> profileOf(PROFILE, label)),
                parameters
                        .get(DECISIONS)
                        .map(label -> decisionsOf(DECISIONS, label))
                        .orElse(DecisionMode.TYPICAL),
                parameters.getBoolean(PARALLEL).orElse(false));
    }

    /** Returns the options that scenarios are played with. */
    RunOptions options() {
        RunOptions options = RunOptions.DEFAULT.withDecisions(decisions);
        if (profile.isPresent()) {
            options = options.withProfile(profile.get());
        }
        return seed.isPresent() ? options.withSeed(seed.getAsLong()) : options;
    }

    /** Returns these parameters with what an annotation says in their place; an empty text says nothing. */
    PlayParameters overriddenBy(String profileLabel, String decisionsLabel) {
        return new PlayParameters(
                seed,
                profileLabel.isEmpty() ? profile : Optional.of(profileOf("@Scenarios(profile)", profileLabel)),
                decisionsLabel.isEmpty() ? decisions : decisionsOf("@Scenarios(decisions)", decisionsLabel),
                parallel);
    }

    private static long seedOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new JUnitException(SEED + " is '" + text + "'; a seed is a whole number", e);
        }
    }

    private static Profile profileOf(String name, String label) {
        return Profile.byLabel(label)
                .orElseThrow(() -> unknown(
                        name,
                        label,
                        Arrays.stream(Profile.values()).map(Profile::label).collect(ImmutableList.toImmutableList())));
    }

    private static DecisionMode decisionsOf(String name, String label) {
        ImmutableList<DecisionMode> modes = Arrays.stream(DecisionMode.values())
                .filter(mode -> mode != DecisionMode.REPLAY)
                .collect(ImmutableList.toImmutableList());
        return modes.stream()
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(() -> unknown(
                        name, label, modes.stream().map(DecisionMode::label).collect(ImmutableList.toImmutableList())));
    }

    private static JUnitException unknown(String name, String label, ImmutableList<String> known) {
        return new JUnitException(
                name + " is '" + label + "'; it may be " + known.stream().collect(Collectors.joining(", ")));
    }
}
