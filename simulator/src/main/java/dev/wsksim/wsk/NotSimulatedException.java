package dev.wsksim.wsk;

/** A driver asked for something of WSK that the simulator does not play; the verdict is inconclusive. */
public final class NotSimulatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /**
     * Makes the exception.
     *
     * @param what the function, control code, option or category by its exact name
     */
    public NotSimulatedException(String what) {
        super(what + " is not simulated; the run cannot tell what Windows would do");
        this.what = what;
    }

    /** Returns the function, control code, option or category by its exact name. */
    public String what() {
        return what;
    }
}
