package dev.wsksim.verifier;

/** How much the documentation makes of a rule. */
public enum Severity {
    /** "Must", "must not", "cannot", or implied: breaking it is a bug in the driver. */
    MUST("must"),
    /** "Should" or "should not": breaking it works, but is advised against. */
    SHOULD("should"),
    /** Not said by the documentation, but good practice. */
    QUALITY("quality");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** Returns the word that reports use. */
    public String label() {
        return label;
    }
}
