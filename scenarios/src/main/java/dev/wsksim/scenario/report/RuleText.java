package dev.wsksim.scenario.report;

import com.google.common.base.Splitter;
import dev.wsksim.scenario.run.Finding;
import java.util.List;

/** Writes the rule of a finding with the first of its pages; some rules rest on twenty. */
final class RuleText {
    private static final int PAGES = 3;
    private static final Splitter COMMA = Splitter.on(", ");

    private RuleText() {}

    /** Returns the rule, and how to be told the rest. */
    static String of(Finding finding) {
        String rule = finding.rule();
        int open = rule.lastIndexOf(" [");
        List<String> pages = open < 0 || !rule.endsWith("]")
                ? List.of()
                : COMMA.splitToList(rule.substring(open + 2, rule.length() - 1));
        if (pages.size() <= PAGES + 1) {
            return rule;
        }
        String id = BrokenRule.of(finding).map(broken -> broken.id().toString()).orElse("");
        return rule.substring(0, open) + " [" + String.join(", ", pages.subList(0, PAGES)) + ", and "
                + (pages.size() - PAGES) + " more: wsksim explain " + id + "]";
    }
}
