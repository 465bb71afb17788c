package dev.wsksim.scenario.model;

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
}
