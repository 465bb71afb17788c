package dev.wsksim.scenario.report.html;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The lines of a scenario, and behind them those of each file that it includes below its name; all are counted in one row. */
final class SourceListing {
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> headings = new ArrayList<>();
    /** How many lines stand before the first one of a file, which is called as it is seen from the scenario's folder. */
    private final Map<String, Integer> before = new LinkedHashMap<>();

    private final SourcePosition scenario;

    /** Reads the files of a scenario; one that cannot be read any more has no lines. */
    SourceListing(Scenario played, String ownFile, Function<String, Optional<String>> texts) {
        scenario = played.position();
        before.put("", 0);
        texts.apply(ownFile).ifPresent(text -> lines.addAll(text.lines().toList()));
        for (String file : played.included()) {
            String name = new SourcePosition(file, 0, 0).fileSeenFrom(scenario);
            lines.add(name);
            headings.add(lines.size());
            before.put(name, lines.size());
            texts.apply(file).ifPresent(text -> lines.addAll(text.lines().toList()));
        }
    }

    /** Returns all lines, the names of files among them. */
    ImmutableList<String> lines() {
        return ImmutableList.copyOf(lines);
    }

    /** Returns which lines, counted from 1, are names of files. */
    ImmutableList<Integer> headings() {
        return ImmutableList.copyOf(headings);
    }

    /** Returns the number of a line of a file, seen from the folder of the scenario; 0 where there is no such line. */
    int number(String file, int line) {
        return line == 0 || !before.containsKey(file) ? 0 : before.getOrDefault(file, 0) + line;
    }

    /** Returns the number of the line of a place; 0 where it is not known. */
    int number(SourcePosition place) {
        boolean own = place.file().isEmpty();
        return place.isKnown() ? number(own ? "" : place.fileSeenFrom(scenario), place.line()) : 0;
    }
}
