package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;

/** A set of rules in a fixed order; no two have the same id. */
public final class RuleBook {

    private final ImmutableMap<String, Rule> rules;

    private RuleBook(ImmutableMap<String, Rule> rules) {
        this.rules = rules;
    }

    /** Makes a book of these rules, in this order. */
    public static RuleBook of(Iterable<Rule> rules) {
        return new RuleBook(ImmutableList.copyOf(rules).stream()
                .collect(ImmutableMap.toImmutableMap(rule -> rule.id().text(), Function.identity())));
    }

    /** Returns the rules. */
    public ImmutableList<Rule> rules() {
        return rules.values().asList();
    }

    /** Returns the rule with this id, such as {@code WSK-IRP-004}, if it is in the book. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }
}
