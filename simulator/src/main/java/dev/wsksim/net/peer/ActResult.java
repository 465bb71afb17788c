package dev.wsksim.net.peer;

/** What came of trying to go on with an act. */
sealed interface ActResult {

    /** The act is done. */
    ActResult DONE = new Done();

    /** The act needs something that has not happened yet. */
    ActResult WAITING = new Waiting();

    /** The act is done. */
    record Done() implements ActResult {}

    /** The act needs something that has not happened yet. */
    record Waiting() implements ActResult {}

    /**
     * The act cannot be done any more.
     *
     * @param title what is wrong, in one line
     * @param expected what the script has
     * @param actual what happened
     */
    record Broken(String title, String expected, String actual) implements ActResult {}
}
