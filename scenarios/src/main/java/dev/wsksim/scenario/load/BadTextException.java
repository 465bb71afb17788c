package dev.wsksim.scenario.load;

/** Says why a text is not a value of the type that its key has. */
final class BadTextException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int WHOLE_TEXT = -1;

    private final String hint;
    private final int offset;

    BadTextException(String message, String hint) {
        this(message, hint, WHOLE_TEXT);
    }

    /** Says that something is wrong from a char of the text on. */
    BadTextException(String message, String hint, int offset) {
        super(message, null, false, false);
        this.hint = hint;
        this.offset = offset;
    }

    /** Returns the index of the char that is wrong; -1 when the text is wrong as a whole. */
    int offset() {
        return offset;
    }

    /** Returns what is wrong. */
    String problem() {
        return String.valueOf(getMessage());
    }

    /** Returns what to do about it; may be empty. */
    String hint() {
        return hint;
    }
}
