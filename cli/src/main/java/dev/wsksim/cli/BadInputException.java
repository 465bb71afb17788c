package dev.wsksim.cli;

/** What the user asked for cannot be done; the message says why, and may have a hint in a second line. */
final class BadInputException extends Exception {
    private static final long serialVersionUID = 1;

    BadInputException(String message) {
        super(message);
    }
}
