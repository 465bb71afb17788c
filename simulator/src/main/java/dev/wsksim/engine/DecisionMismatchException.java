package dev.wsksim.engine;

/** A script or a replay log answers something that was not asked, or leaves unanswered what was. */
public final class DecisionMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception with a message for the author of the script or log. */
    public DecisionMismatchException(String message) {
        super(message);
    }
}
