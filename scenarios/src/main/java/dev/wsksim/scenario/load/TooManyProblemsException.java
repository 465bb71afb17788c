package dev.wsksim.scenario.load;

/**
 * Ends the reading of a text that has so many problems that more of them would help nobody. Only the loader catches it.
 */
final class TooManyProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyProblemsException() {
        super("more than " + Problems.MAX_COLLECTED + " problems", null, false, false);
    }
}
