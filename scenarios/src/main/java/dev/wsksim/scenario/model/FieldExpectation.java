package dev.wsksim.scenario.model;

/**
 * What a field of a packet has to be.
 *
 * @param field the name of the field, as traces show it
 * @param value the value, as traces show it
 */
public record FieldExpectation(String field, String value) {
    @Override
    public String toString() {
        return field + " " + value;
    }
}
