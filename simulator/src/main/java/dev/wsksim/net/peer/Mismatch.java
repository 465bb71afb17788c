package dev.wsksim.net.peer;

/**
 * What was otherwise than a scripted conversation has it.
 *
 * @param end which end of which connection, in words
 * @param act the number of the act in the script, from 0
 * @param title what is wrong, in one line
 * @param expected what the script has
 * @param actual what happened
 */
public record Mismatch(String end, int act, String title, String expected, String actual) {

    /** Says all of it in one line. */
    @Override
    public String toString() {
        return end + ", act " + (act + 1) + ": " + title + ": expected " + expected + ", but there was " + actual;
    }
}
