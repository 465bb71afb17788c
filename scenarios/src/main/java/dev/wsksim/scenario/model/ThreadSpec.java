package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * A thread of a process.
 *
 * @param name its name
 * @param process the process; absent: the driver's own
 * @param impersonates the impersonation token in effect, if any
 * @param position where it is written
 */
public record ThreadSpec(
        String name, Optional<Reference> process, Optional<ImpersonationSpec> impersonates, SourcePosition position) {}
