package dev.wsksim.scenario.run;

import com.google.common.base.Splitter;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import dev.wsksim.engine.Decision;
import dev.wsksim.scenario.model.ScriptedDecision;
import dev.wsksim.trace.DecisionMade;
import dev.wsksim.trace.TraceEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks whether every decision that a scenario scripts was asked for, since an answer to nothing would be accepted and ignored. */
final class ScriptChecks {

    private static final Splitter DOTS = Splitter.on('.');
    private static final int LISTED = 4;

    private ScriptChecks() {}

    /** Adds a finding for each scripted decision that was asked for too seldom; one for every time has to be asked for once. */
    static void check(List<ScriptedDecision> script, List<Decision> made, FindingsLog findings) {
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (ScriptedDecision scripted : script) {
            int before = needed.getOrDefault(scripted.at(), 0);
            int upToHere = before + scripted.times().orElse(1);
            needed.put(scripted.at(), upToHere);
            long asked = made.stream()
                    .filter(decision -> decision.point().equals(scripted.at()))
                    .count();
            if (asked < upToHere) {
                boolean counted = scripted.times().isPresent();
                findings.addAtEnd(
                        FindingKind.DECISION,
                        scripted.position(),
                        "this decision was not asked for as often as it is scripted",
                        scripted.at()
                                + (counted ? " " : " at least ")
                                + upToHere
                                + (upToHere == 1 ? " time" : " times"),
                        asked + (asked == 1 ? " time" : " times"),
                        hint(scripted.at(), made),
                        asked(scripted.at(), findings));
            }
        }
    }

    /** Names the decisions that were asked for, those of the same kind or function first. */
    private static String hint(String point, List<Decision> made) {
        Multiset<String> asked = LinkedHashMultiset.create();
        made.forEach(decision -> asked.add(decision.point()));
        String nearest = asked.elementSet().stream()
                .filter(one -> !one.equals(point))
                .sorted(Comparator.comparing(one -> !isAlike(one, point)))
                .limit(LISTED)
                .map(one -> one + (asked.count(one) == 1 ? " once" : " " + asked.count(one) + " times"))
                .collect(Collectors.joining(", "));
        return "remove it, or look why the run took another course"
                + (nearest.isEmpty() ? "" : "; it asked for " + nearest);
    }

    private static boolean isAlike(String one, String other) {
        List<String> parts = DOTS.splitToList(other);
        return DOTS.splitToList(one).stream().anyMatch(parts::contains);
    }

    /** Returns the entry of the last time that it was asked for, or 0. */
    private static long asked(String point, FindingsLog findings) {
        return findings.entries().stream()
                .filter(entry -> entry.record() instanceof DecisionMade decision
                        && decision.point().equals(point))
                .mapToLong(TraceEntry::number)
                .max()
                .orElse(0);
    }
}
