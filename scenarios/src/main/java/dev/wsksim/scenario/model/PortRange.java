package dev.wsksim.scenario.model;

/**
 * A range of port numbers, both ends included.
 *
 * @param first the smallest port
 * @param last the largest port
 */
public record PortRange(int first, int last) {
    /** Checks that both are port numbers and in order. */
    public PortRange {
        if (first < 1 || last > 0xFFFF || first > last) {
            throw new IllegalArgumentException("not a range of ports: " + first + "-" + last);
        }
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
