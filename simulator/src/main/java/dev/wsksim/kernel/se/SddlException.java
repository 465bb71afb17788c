package dev.wsksim.kernel.se;

import java.util.Optional;

/** Says what is wrong with a piece of SDDL text, where, and what to do about it. */
public final class SddlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String problem;
    private final String hint;
    private final boolean unsupported;

    SddlException(int position, String problem, String hint, boolean unsupported) {
        super("at character " + (position + 1) + ": " + problem + (hint.isEmpty() ? "" : "; " + hint));
        this.position = position;
        this.problem = problem;
        this.hint = hint;
        this.unsupported = unsupported;
    }

    /**
     * Returns the index of the first character in question, counted from 0; the text's length when something is
     * missing.
     */
    public int position() {
        return position;
    }

    /** Returns the problem, without place and hint. */
    public String problem() {
        return problem;
    }

    /** Returns advice, when there is any. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    /** Returns true when the text is legal SDDL that this simulator does not simulate, false when it is wrong. */
    public boolean isUnsupported() {
        return unsupported;
    }
}
