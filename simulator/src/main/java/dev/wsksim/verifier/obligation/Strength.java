package dev.wsksim.verifier.obligation;

/** How an {@link Obligation} is put. */
public enum Strength {
    /** A page says must, must not, cannot or only. */
    MUST("must"),
    /** A page says should, should not, or recommends it. */
    SHOULD("should"),
    /** A page implies it. */
    INFERRED("inferred"),
    /** Only a comment of the public header says it. */
    REMARK("header remark"),
    /** What goes wrong in drivers: a misuse that was seen in public ones. */
    MISUSE("misuse");

    private final String label;

    Strength(String label) {
        this.label = label;
    }

    /** Returns the words that reports use. */
    public String label() {
        return label;
    }
}
