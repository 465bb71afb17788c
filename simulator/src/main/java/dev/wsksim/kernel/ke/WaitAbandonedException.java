package dev.wsksim.kernel.ke;

/** A blocking wait could not go on: nothing is left that could end it, or the simulation was stopped meanwhile. */
public final class WaitAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WaitAbandonedException(String message) {
        super(message);
    }
}
