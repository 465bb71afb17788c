package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.model.Scenario;
import java.util.List;

/** Picks the scenarios whose names fit one of the patterns that the user gives. */
final class NameSelection {
    private NameSelection() {}

    /** Returns the scenarios that fit at least one pattern; all of them when there is no pattern. */
    static ImmutableList<Scenario> of(List<Scenario> scenarios, List<NamePattern> patterns) throws BadInputException {
        for (NamePattern pattern : patterns) {
            if (scenarios.stream().noneMatch(scenario -> fits(pattern, scenario))) {
                throw new BadInputException(
                        "no scenario here has a name that fits '" + pattern.text() + "'\n" + hint(pattern, scenarios));
            }
        }
        return scenarios.stream()
                .filter(scenario ->
                        patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, scenario)))
                .collect(ImmutableList.toImmutableList());
    }

    /** A pattern fits all variants of a scenario by its name, or one by what reports call it. */
    private static boolean fits(NamePattern pattern, Scenario scenario) {
        return pattern.fits(scenario.name()) || pattern.fits(scenario.displayName());
    }

    private static String hint(NamePattern pattern, List<Scenario> scenarios) {
        ImmutableSortedSet<String> names = scenarios.stream()
                .map(Scenario::name)
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        return KnownNames.closest(pattern.text(), names)
                .map(close -> "hint: did you mean '" + close + "'?")
                .orElse("hint: a name fits as a whole; '*word*' and '/word/' fit names with the word in it");
    }
}
