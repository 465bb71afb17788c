package dev.wsksim.scenario.model;

import java.util.Optional;

/**
 * What WskAcceptEvent does with the socket that it is given.
 *
 * @param name the name that the socket gets
 * @param context what is written to AcceptSocketContext
 * @param dispatch what is written to AcceptSocketDispatch
 * @param onEvent what the callbacks of the socket do
 */
public record AcceptedSocket(
        Optional<Reference> name,
        Optional<ArgumentValue> context,
        Optional<ArgumentValue> dispatch,
        Optional<EventScript> onEvent) {
    /** It gets no name, no context and no callbacks. */
    public static final AcceptedSocket NOTHING_SAID =
            new AcceptedSocket(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
