package dev.wsksim.scenario.run;

import dev.wsksim.engine.Decision;
import dev.wsksim.scenario.model.ScriptedDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether every decision that a scenario scripts was asked for, since an answer to nothing would be accepted and ignored. */
final class ScriptChecks {

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
                findings.add(
                        FindingKind.DECISION,
                        scripted.position(),
                        "this decision was not asked for as often as it is scripted",
                        scripted.at()
                                + (counted ? " " : " at least ")
                                + upToHere
                                + (upToHere == 1 ? " time" : " times"),
                        asked + (asked == 1 ? " time" : " times"),
                        "remove it, or look why the run took another course",
                        0);
            }
        }
    }
}
