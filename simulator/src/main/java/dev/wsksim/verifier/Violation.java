package dev.wsksim.verifier;

import com.google.common.collect.ImmutableList;

/**
 * A driver broke a rule.
 *
 * @param rule the rule
 * @param entries the numbers of the trace entries that show it: the later event first, then what it rests on
 * @param message what the driver did, as a sentence without a full stop
 */
public record Violation(Rule rule, ImmutableList<Long> entries, String message) {

    /** Returns the id of the rule and what the driver did, in one line. */
    @Override
    public String toString() {
        return rule.id() + " (" + rule.severity().label() + "): " + message + " [entries " + entries + "]";
    }
}
