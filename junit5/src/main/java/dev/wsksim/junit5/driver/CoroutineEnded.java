package dev.wsksim.junit5.driver;

/** Unwinds the stack of a body that is ended where it stands; an Error, so that bodies do not catch it by chance. */
final class CoroutineEnded extends Error {

    private static final long serialVersionUID = 1L;

    CoroutineEnded() {
        super("the test is over, and this thread with it", null, false, false);
    }
}
