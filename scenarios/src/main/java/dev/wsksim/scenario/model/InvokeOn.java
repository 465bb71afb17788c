package dev.wsksim.scenario.model;

/** The invoke flags of IoSetCompletionRoutine. */
public enum InvokeOn implements WordEnum {
    /** InvokeOnSuccess. */
    SUCCESS("success"),
    /** InvokeOnError. */
    ERROR("error"),
    /** InvokeOnCancel. */
    CANCEL("cancel");

    private final String word;

    InvokeOn(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
