package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableMap;

/**
 * What a JSON result says became of a scenario.
 *
 * @param name the scenario's name with its variant
 * @param file the file that it came from
 * @param seed its seed
 * @param profile the label of its profile
 * @param parameters the parameters that were set, by name
 * @param verdict the label of its verdict; {@code not run} for one that was not begun
 */
public record RecordedVerdict(
        String name, String file, long seed, String profile, ImmutableMap<String, String> parameters, String verdict) {
    /** Tells whether another try is in vain: it passed, or was skipped because it says so. */
    public boolean isFine() {
        return verdict.equals(CaseVerdict.PASSED.label()) || verdict.equals(CaseVerdict.SKIPPED.label());
    }
}
