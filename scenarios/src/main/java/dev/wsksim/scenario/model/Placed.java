package dev.wsksim.scenario.model;

/**
 * A value with the place where it is written.
 *
 * @param <T> the value's type
 * @param value the value
 * @param position where it is written
 */
public record Placed<T>(T value, SourcePosition position) {
    /** Returns the value as text. */
    @Override
    public String toString() {
        return value.toString();
    }
}
