package dev.wsksim.engine;

/**
 * One answered decision, as logs keep it.
 *
 * @param point the name of the decision point
 * @param option the name of the chosen option
 * @param answer its index
 * @param count how many options there were
 * @param subject the number of the object that the decision was about
 */
public record Decision(String point, String option, int answer, int count, long subject) {

    @Override
    public String toString() {
        return point + "=" + option;
    }
}
