package dev.wsksim.kernel;

/**
 * Windows would have stopped here: the control flow of a simulated bug check.
 *
 * <p>It is thrown at the call with which a driver broke a rule so badly that Windows, or Windows with Driver Verifier,
 * halts. It ends what the driver does; the simulation reports it as the driver's fault, not as a fault of its own.
 * State that was being changed is not rolled back, just as memory is left as it is behind a blue screen.
 */
public final class SimulatedBugCheck extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BugCheck code;
    private final String parameters;
    private final String what;
    private final String page;

    /**
     * Makes a bug check.
     *
     * @param code the stop code
     * @param parameters what the parameters of the stop code say, in words; empty when they add nothing
     * @param what what the driver did, as a sentence without a full stop
     * @param page the file name of the page with the broken rule, such as {@code nf-wdm-iocompleterequest}
     */
    public SimulatedBugCheck(BugCheck code, String parameters, String what, String page) {
        super(text(code, parameters, what, page));
        this.code = code;
        this.parameters = parameters;
        this.what = what;
        this.page = page;
    }

    /** Returns the stop code. */
    public BugCheck code() {
        return code;
    }

    /** Returns what the parameters of the stop code say; empty when they add nothing. */
    public String parameters() {
        return parameters;
    }

    /** Returns what the driver did, as a sentence without a full stop. */
    public String what() {
        return what;
    }

    /** Returns the file name of the page with the broken rule. */
    public String page() {
        return page;
    }

    private static String text(BugCheck code, String parameters, String what, String page) {
        String inBrackets = parameters.isEmpty() ? "" : " (" + parameters + ")";
        return "bug check " + code.toHex() + " " + code.name() + inBrackets + ": " + what + " [" + page + "]";
    }
}
