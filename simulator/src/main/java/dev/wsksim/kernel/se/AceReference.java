package dev.wsksim.kernel.se;

/**
 * An entry and its place in its list.
 *
 * @param number the place, counted from 1
 * @param ace the entry
 */
public record AceReference(int number, Ace ace) {

    /** Returns for instance {@code ACE 2 (D;;GA;;;BG)}. */
    @Override
    public String toString() {
        return "ACE " + number + " " + ace.toSddl();
    }
}
