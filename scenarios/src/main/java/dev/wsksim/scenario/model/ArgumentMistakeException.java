package dev.wsksim.scenario.model;

/** The value of a parameter is written in a way that means nothing. */
public final class ArgumentMistakeException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written
    private final SourcePosition position;

    private final int width;
    private final String hint;

    /** Makes the exception about a value. */
    ArgumentMistakeException(ArgumentValue value, String message, String hint) {
        super(message);
        this.position = value.position();
        this.width = value instanceof ArgumentValue.Text text
                ? Math.max(1, text.text().length())
                : 1;
        this.hint = hint;
    }

    /** Makes the exception about the name of a member. */
    ArgumentMistakeException(Reference name, String message, String hint) {
        super(message);
        this.position = name.position();
        this.width = name.name().length();
        this.hint = hint;
    }

    /** Returns where the value is written. */
    public SourcePosition position() {
        return position;
    }

    /** Returns how many characters of the line it takes. */
    public int width() {
        return width;
    }

    /** Returns how to put it right; may be empty. */
    public String hint() {
        return hint;
    }
}
