package dev.wsksim.scenario.run;

import dev.wsksim.scenario.model.SourcePosition;

/**
 * Something about a rule that is worth telling and does not fail the run.
 *
 * @param kind what it is
 * @param position the place in the scenario that it is about
 * @param rule the rule's id
 * @param message what happened, in one line
 * @param because why it does not fail the run; empty for an exception that was not needed
 */
public record Remark(Kind kind, SourcePosition position, String rule, String message, String because) {

    /** The kinds of remarks; stable names for machine-readable results. */
    public enum Kind {
        /** A rule was broken and that does not count. */
        TOLERATED("tolerated"),
        /** A rule is off, and was not broken. */
        NOT_NEEDED("not-needed");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the stable name. */
        public String label() {
            return label;
        }
    }
}
