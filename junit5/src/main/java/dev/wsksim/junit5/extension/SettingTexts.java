package dev.wsksim.junit5.extension;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.Arrays;
import org.junit.platform.commons.JUnitException;

/** Reads what annotations and configuration parameters say, and tells what they may say where they say something else. */
public final class SettingTexts {
    /** The configuration parameter with the seed. */
    public static final String SEED = "wsksim.seed";

    /** The configuration parameter with the profile. */
    public static final String PROFILE = "wsksim.profile";

    /** The configuration parameter that says who answers decisions. */
    public static final String DECISIONS = "wsksim.decisions";

    /** The configuration parameter that says of which tests artefacts are written: {@code failed}, {@code always} or {@code never}. */
    public static final String ARTEFACTS = "wsksim.artefacts";

    /** The configuration parameter with the folder for artefacts. */
    public static final String ARTEFACTS_FOLDER = "wsksim.artefacts.folder";

    private SettingTexts() {}

    /**
     * Reads a seed.
     *
     * @param name what says it, for the message
     * @throws JUnitException when it is no whole number
     */
    public static long seed(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new JUnitException(name + " is '" + text + "'; a seed is a whole number", e);
        }
    }

    /**
     * Reads the label of a profile.
     *
     * @param name what says it, for the message
     * @throws JUnitException when there is no such profile
     */
    public static Profile profile(String name, String label) {
        return Profile.byLabel(label)
                .orElseThrow(() -> unknown(
                        name,
                        label,
                        Arrays.stream(Profile.values()).map(Profile::label).collect(ImmutableList.toImmutableList())));
    }

    /**
     * Reads who answers decisions.
     *
     * @param name what says it, for the message
     * @throws JUnitException when nobody of that name does
     */
    public static DecisionMode decisions(String name, String label) {
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
        return new JUnitException(name + " is '" + label + "'; it may be " + String.join(", ", known));
    }
}
