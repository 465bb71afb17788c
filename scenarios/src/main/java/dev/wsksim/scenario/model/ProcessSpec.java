package dev.wsksim.scenario.model;

import org.jspecify.annotations.Nullable;

/**
 * A process, here only a carrier of a security context.
 *
 * @param name its name
 * @param token its primary token
 * @param position where it is written
 */
public record ProcessSpec(String name, TokenSpec token, SourcePosition position) {
    /** The System process, running as S-1-5-18: where a driver's calls run unless the scenario says otherwise. */
    public static final ProcessSpec SYSTEM = new ProcessSpec("System", TokenSpec.SYSTEM, SourcePosition.NONE);

    /** Written out for the reason that {@link SourcePosition#equals} has. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ProcessSpec that
                        && name.equals(that.name)
                        && token.equals(that.token)
                        && position.equals(that.position));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + token.hashCode()) + position.hashCode();
    }
}
