package dev.wsksim.kernel.ke;

/** A blocking wait could not go on: nothing is left that could end it, or the simulation was stopped meanwhile. */
public final class WaitAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception with a message that says which call cannot return, and why. */
    public WaitAbandonedException(String message) {
        super(message);
    }
}
