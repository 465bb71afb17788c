package dev.wsksim.scenario.model;

/** A way to complete all IRPs alike that a run can be forced to; the words are those of {@code --decisions}. */
public enum ForcedMode implements WordEnum {
    /** Before the call returns. */
    INLINE("inline"),
    /** Later, at PASSIVE_LEVEL. */
    PENDED("pended"),
    /** Later, at DISPATCH_LEVEL. */
    DISPATCH("dispatch");

    private final String word;

    ForcedMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
