package dev.wsksim.scenario.model;

/**
 * A named security descriptor.
 *
 * @param name its name
 * @param sddl its text in SDDL
 * @param position where the text is written
 */
public record SecurityDescriptorSpec(String name, String sddl, SourcePosition position) {}
