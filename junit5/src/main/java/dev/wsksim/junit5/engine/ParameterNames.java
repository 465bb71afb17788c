package dev.wsksim.junit5.engine;

import com.google.common.collect.ImmutableList;
import dev.wsksim.junit5.extension.SettingTexts;
import dev.wsksim.scenario.load.KnownNames;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.commons.JUnitException;

/**
 * Knows the names of the configuration parameters of this module, of the engine and of tests in Java, and refuses others.
 *
 * <p>A system property may belong to somebody else, although its name begins alike; it is refused only where it is a known name with a
 * slip in it.
 */
final class ParameterNames {
    private static final String PREFIX = "wsksim.";

    private static final ImmutableList<String> KNOWN = ImmutableList.of(
            SettingTexts.SEED,
            SettingTexts.PROFILE,
            SettingTexts.DECISIONS,
            SettingTexts.ARTEFACTS,
            SettingTexts.ARTEFACTS_FOLDER,
            PlayParameters.PARALLEL);

    private ParameterNames() {}

    /**
     * Looks at the names of configuration parameters, among which JUnit counts system properties, and at those of system properties.
     *
     * @throws JUnitException when one is meant for this module and is not known
     */
    static void requireKnown(Set<String> parameters, Set<String> systemProperties) {
        for (String name : new TreeSet<>(parameters)) {
            if (isUnknown(name) && !systemProperties.contains(name)) {
                throw new JUnitException("there is no configuration parameter " + name + "; "
                        + KnownNames.closest(name, KNOWN)
                                .map(close -> "did you mean " + close + "?")
                                .orElse("there are " + String.join(", ", KNOWN)));
            }
        }
        for (String name : new TreeSet<>(systemProperties)) {
            if (isUnknown(name)) {
                KnownNames.closest(name, KNOWN)
                        .filter(close -> isSlip(name, close))
                        .ifPresent(close -> {
                            throw new JUnitException(
                                    "there is no configuration parameter " + name + "; did you mean " + close + "?");
                        });
            }
        }
    }

    private static boolean isUnknown(String name) {
        return name.startsWith(PREFIX) && !name.startsWith(PlayParameters.PARALLEL_PREFIX) && !KNOWN.contains(name);
    }

    /** Beside the prefix there must be something in common, lest short names of others count as slips. */
    private static boolean isSlip(String name, String close) {
        String own = name.substring(PREFIX.length());
        return KnownNames.closest(own, ImmutableList.of(close.substring(PREFIX.length())))
                .isPresent();
    }
}
