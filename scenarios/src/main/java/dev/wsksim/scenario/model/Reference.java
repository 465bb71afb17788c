package dev.wsksim.scenario.model;

/**
 * A name that stands for an element written elsewhere in the scenario: a host, a call, a socket, a thread.
 *
 * @param name the name
 * @param position where it was mentioned
 */
public record Reference(String name, SourcePosition position) {
    /** Returns a reference made in Java. */
    public static Reference to(String name) {
        return new Reference(name, SourcePosition.NONE);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
