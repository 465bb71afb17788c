package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.model.Reference;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.VerifierSpec;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks for rules that the verifier does not have, and for rules about which a scenario says two things. */
final class RuleNameCheck {
    private final Scenario scenario;
    private final Problems problems;

    RuleNameCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /** Reports all that is wrong. */
    void run() {
        scenario.expect().violations().forEach(this::require);
        Set<String> seen = new LinkedHashSet<>();
        for (VerifierSpec.RuleOff off : scenario.verifier().off()) {
            Reference rule = off.rule();
            require(rule);
            if (!seen.add(rule.name())) {
                report(rule, "is off already", "say all reasons in one place");
            }
            boolean expected = scenario.expect().violations().stream()
                    .anyMatch(other -> other.name().equals(rule.name()));
            if (expected) {
                report(
                        rule,
                        "is expected to be broken, and off as well",
                        "keep it under 'expect' where it has to be broken, or here where it may be");
            }
        }
    }

    private void require(Reference rule) {
        if (StandardRules.book().rule(rule.name()).isEmpty()) {
            ImmutableList<String> known = StandardRules.book().rules().stream()
                    .map(found -> found.id().toString())
                    .collect(ImmutableList.toImmutableList());
            problems.report(
                    rule.position(),
                    rule.name().length(),
                    "unknown rule '" + rule + "'",
                    Suggestion.hint(rule.name(), known, "rules"));
        }
    }

    private void report(Reference rule, String what, String hint) {
        problems.report(rule.position(), rule.name().length(), "rule '" + rule + "' " + what, hint);
    }
}
