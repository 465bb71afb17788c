package dev.wsksim.cli;

import dev.wsksim.scenario.model.Scenario;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names files and folders after scenarios, each name once. */
final class ArtefactNames {
    private final Set<String> taken = new LinkedHashSet<>();

    /** Returns the scenario's file name and variant, in letters that every file system takes; numbered if it is taken. */
    String of(Scenario scenario) {
        String file = scenario.position().file().replace('\\', '/');
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.(yaml|yml)$", "");
        String plain = slug(stem + " " + scenario.variant().label());
        String unique = plain;
        for (int number = 2; !taken.add(unique); number++) {
            unique = plain + "-" + number;
        }
        return unique;
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "scenario" : slug;
    }
}
