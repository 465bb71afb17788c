package dev.wsksim.scenario.bundle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds for each rule of the verifier the bundled scenario that shows it best: one that expects this rule to be broken
 * and no other, and of several the shortest; one without a matrix where there is one.
 */
public final class RuleExamples {
    private static final Pattern ONE_RULE = Pattern.compile(
            "(?m)^  violations: *(?:\\[ *)?(WSK-[A-Z]+-[0-9]{3})(?: *])? *$|^  violations:\\R    - (WSK-[A-Z]+-[0-9]{3})\\R(?!    - )");

    private final ImmutableMap<String, String> byRule;

    /** Reads the scenarios of a bundle, without judging them. */
    public RuleExamples(BundledScenarios bundle) {
        Map<String, String> best = new LinkedHashMap<>();
        Map<String, Integer> costs = new LinkedHashMap<>();
        for (String path : bundle.paths()) {
            String text = bundle.text(path).orElse("");
            Matcher found = ONE_RULE.matcher(text);
            if (found.find()) {
                String rule = found.group(1) == null ? found.group(2) : found.group(1);
                int cost = text.length() + (text.contains("\nmatrix:") ? 1 << 20 : 0);
                if (cost < costs.getOrDefault(rule, Integer.MAX_VALUE)) {
                    costs.put(rule, cost);
                    best.put(rule, path);
                }
            }
        }
        byRule = ImmutableMap.copyOf(best);
    }

    /** Returns the path of the scenario that breaks this rule, if there is one. */
    public Optional<String> of(String rule) {
        return Optional.ofNullable(byRule.get(rule));
    }

    /** Returns the rules that have an example. */
    public ImmutableList<String> rules() {
        return byRule.keySet().asList();
    }
}
