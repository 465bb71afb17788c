package dev.wsksim.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.wsksim.scenario.load.KnownNames;
import dev.wsksim.scenario.model.Scenario;
import java.util.List;

/** Picks the scenarios that have one of the tags that the user asks for. */
final class TagSelection {
    private TagSelection() {}

    /** Returns the scenarios with at least one of the tags; all of them when no tag is asked for. */
    static ImmutableList<Scenario> of(List<Scenario> scenarios, List<String> tags) throws BadInputException {
        if (tags.isEmpty()) {
            return ImmutableList.copyOf(scenarios);
        }
        ImmutableSortedSet<String> known = scenarios.stream()
                .flatMap(scenario -> scenario.tags().stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        for (String tag : tags) {
            if (!known.contains(tag)) {
                throw new BadInputException("no scenario here has the tag '" + tag + "'\n" + hint(tag, known));
            }
        }
        return scenarios.stream()
                .filter(scenario -> scenario.tags().stream().anyMatch(tags::contains))
                .collect(ImmutableList.toImmutableList());
    }

    private static String hint(String tag, ImmutableSortedSet<String> known) {
        if (known.isEmpty()) {
            return "hint: none of them has any tag; a scenario lists its own under 'tags'";
        }
        return KnownNames.closest(tag, known)
                .map(close -> "hint: did you mean '" + close + "'?")
                .orElse("hint: the tags are " + String.join(", ", known));
    }
}
