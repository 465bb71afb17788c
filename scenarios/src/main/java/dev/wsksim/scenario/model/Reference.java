package dev.wsksim.scenario.model;

import org.jspecify.annotations.Nullable;

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

    /** Written out for the reason that {@link SourcePosition#equals} has. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reference that && name.equals(that.name) && position.equals(that.position);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + position.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
