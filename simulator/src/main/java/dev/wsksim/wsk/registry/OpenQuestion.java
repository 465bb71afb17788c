package dev.wsksim.wsk.registry;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.wsk.WskDecisions;
import java.util.Optional;

/**
 * Something that the documentation leaves open, and what the simulator does about it.
 *
 * @param number the number by which code, traces and messages name it, as in OQ-1
 * @param question the question in one sentence
 * @param answer what the simulator does
 * @param page the page that leaves it open, or what else the answer rests on
 * @param decisions the decision points that can answer otherwise; {@code *.completion} stands for that of each function
 * @param scenarios bundled scenarios that show it
 * @param beyondScenarios what no scenario can show of it; empty where scenarios show all
 */
public record OpenQuestion(
        int number,
        String question,
        String answer,
        String page,
        ImmutableList<String> decisions,
        ImmutableList<String> scenarios,
        Optional<BeyondScenarios> beyondScenarios) {

    /**
     * What no scenario can show, and what holds it instead.
     *
     * @param reason why no scenario can
     * @param test the simple name of the Java test that holds it, which names the question
     */
    public record BeyondScenarios(String reason, String test) {}

    static OpenQuestion assumed(int number, String question, String answer, String page, String... scenarios) {
        return decided(number, question, answer, page, ImmutableList.of(), scenarios);
    }

    static OpenQuestion decided(
            int number,
            String question,
            String answer,
            String page,
            ImmutableList<String> decisions,
            String... scenarios) {
        return new OpenQuestion(
                number, question, answer, page, decisions, ImmutableList.copyOf(scenarios), Optional.empty());
    }

    /** Returns the question with the Java test that holds what no scenario can show, and why none can. */
    OpenQuestion heldBy(String test, String reason) {
        return new OpenQuestion(
                number, question, answer, page, decisions, scenarios, Optional.of(new BeyondScenarios(reason, test)));
    }

    /** Returns the name of the question. */
    public String id() {
        return "OQ-" + number;
    }

    /** Tells whether a scenario can have it answered otherwise. */
    public boolean isDecision() {
        return !decisions.isEmpty();
    }

    /** Returns the decision points that answer it; none where the answer is an assumption. */
    public ImmutableList<DecisionPoint> decisionPoints() {
        return WskDecisions.all().stream()
                .filter(point -> decisions.stream().anyMatch(name -> matches(name, point.name())))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean matches(String name, String point) {
        return name.startsWith("*") ? point.endsWith(name.substring(1)) : name.equals(point);
    }

    /** Returns what kind of answer it has, in words. */
    public String kind() {
        return isDecision() ? "decision " + String.join(", ", decisions) : "assumption";
    }
}
