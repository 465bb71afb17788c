package dev.wsksim.scenario.report;

import dev.wsksim.scenario.run.Finding;
import dev.wsksim.verifier.Rule;
import dev.wsksim.verifier.rule.StandardRules;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the rule that a finding rests on. */
final class BrokenRule {
    private static final Pattern ID = Pattern.compile("WSK-[A-Z]+-[0-9]+");

    private BrokenRule() {}

    /** Returns the rule whose id a finding's rule begins with; empty for one that rests on something else. */
    static Optional<Rule> of(Finding finding) {
        Matcher id = ID.matcher(finding.rule());
        return id.lookingAt() ? StandardRules.book().rule(id.group()) : Optional.empty();
    }
}
