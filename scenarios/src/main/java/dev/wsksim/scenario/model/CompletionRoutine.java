package dev.wsksim.scenario.model;

/** What a call's completion routine does. */
public enum CompletionRoutine implements WordEnum {
    /**
     * It notes the result and returns STATUS_MORE_PROCESSING_REQUIRED, as using-irps-with-winsock-kernel-functions
     * shows.
     */
    STANDARD("standard"),
    /** It notes the result and returns STATUS_CONTINUE_COMPLETION, so that the I/O manager goes on with the IRP. */
    CONTINUE("continue"),
    /**
     * It calls IoMarkIrpPending, which is for IRPs of higher drivers only, notes the result and returns
     * STATUS_MORE_PROCESSING_REQUIRED: a bug that a scenario may want to show.
     */
    MARK_PENDING("mark-pending"),
    /** There is none. */
    NONE("none");

    private final String word;

    CompletionRoutine(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
