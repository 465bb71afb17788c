package dev.wsksim.junit5.engine;

import dev.wsksim.Profile;
import dev.wsksim.junit5.extension.SettingTexts;
import dev.wsksim.scenario.run.RunOptions;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.Optional;
import java.util.OptionalLong;
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

    static final String PARALLEL = PARALLEL_PREFIX + "enabled";

    /**
     * Reads the parameters.
     *
     * @throws org.junit.platform.commons.JUnitException when one has no value that it may have
     */
    static PlayParameters of(ConfigurationParameters parameters) {
        return new PlayParameters(
                parameters
                        .get(SettingTexts.SEED)
                        .map(text -> SettingTexts.seed(SettingTexts.SEED, text))
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty),
                parameters.get(SettingTexts.PROFILE).map(label -> SettingTexts.profile(SettingTexts.PROFILE, label)),
                parameters
                        .get(SettingTexts.DECISIONS)
                        .map(label -> SettingTexts.decisions(SettingTexts.DECISIONS, label))
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
                profileLabel.isEmpty()
                        ? profile
                        : Optional.of(SettingTexts.profile("@Scenarios(profile)", profileLabel)),
                decisionsLabel.isEmpty() ? decisions : SettingTexts.decisions("@Scenarios(decisions)", decisionsLabel),
                parallel);
    }
}
