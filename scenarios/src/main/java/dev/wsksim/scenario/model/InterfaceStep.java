package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * Something happens to a network interface.
 *
 * @param id the step's own name
 * @param timing when
 * @param networkInterface the interface: a host's name, or host and interface with a dot between them
 * @param action what happens to it
 * @param address the address that it gets or loses; absent for other actions
 * @param position where it is written
 */
public record InterfaceStep(
        Optional<Reference> id,
        StepTiming timing,
        Reference networkInterface,
        InterfaceAction action,
        Optional<HostAddress> address,
        SourcePosition position)
        implements Step {
    @Override
    public <R> R accept(StepVisitor<R> visitor) {
        return visitor.networkInterface(this);
    }
}
