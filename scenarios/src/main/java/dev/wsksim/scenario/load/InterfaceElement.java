package dev.wsksim.scenario.load;

import dev.wsksim.scenario.model.HostAddress;
import dev.wsksim.scenario.model.InterfaceAction;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.Reference;
import java.util.Optional;

/** How the step is written in which something happens to a network interface. */
final class InterfaceElement {
    private static final Field<Reference> INTERFACE = Field.required(
            "network-interface",
            ScalarTypes.name("a host, or a host and its interface such as client.wifi"),
            "The interface that something happens to: a host that has only one, or host and interface.",
            "client.wifi");
    private static final Field<InterfaceAction> DO = Field.required(
            "do",
            ScalarTypes.word("down, up, add-address or remove-address", InterfaceAction.values()),
            "What happens to the interface.",
            "down");
    private static final Field<HostAddress> ADDRESS = Field.optional(
            "address",
            NetworkTypes.HOST_ADDRESS,
            "none; needed to add or remove one",
            "The address that the interface gets or loses.",
            "192.0.2.11/24");

    /** The step, by the key that tells it apart. */
    static final ElementType<InterfaceStep> STEP = ElementType.checked(
            "interface step",
            "A network interface goes down or up, gets an address or loses one.",
            StepFields.of(INTERFACE, DO, ADDRESS),
            InterfaceElement::step);

    private InterfaceElement() {}

    /** Returns the key that tells the step apart. */
    static String key() {
        return INTERFACE.name();
    }

    private static Optional<InterfaceStep> step(Bound step) {
        InterfaceAction action = step.get(DO);
        if (action.hasAddress() && !step.isWritten(ADDRESS)) {
            step.report("key 'address' is missing: " + action.word() + " needs one", "address: " + ADDRESS.example());
            return Optional.empty();
        }
        if (!action.hasAddress() && step.isWritten(ADDRESS)) {
            step.report(ADDRESS, "'" + action.word() + "' takes no address", "leave it out");
        }
        return Optional.of(new InterfaceStep(
                StepFields.id(step),
                StepFields.timing(step),
                step.get(INTERFACE),
                action,
                step.find(ADDRESS),
                step.position()));
    }
}
