package dev.wsksim.scenario.load;

/**
 * A parameter of a WSK function.
 *
 * @param name the name, spelled as in the documentation
 * @param kind what its value stands for
 * @param out whether the function writes through it
 */
public record FunctionParameter(String name, Kind kind, boolean out) {
    /** What the value of a parameter stands for, as far as the loader can judge names in it. */
    public enum Kind {
        /** A socket that an earlier call delivered. */
        SOCKET,
        /** A transport address, {@code host:port}. */
        ADDRESS,
        /** A process of the driver. */
        PROCESS,
        /** A thread of the driver. */
        THREAD,
        /** A security descriptor, named by the scenario or cached by an earlier call. */
        SECURITY_DESCRIPTOR,
        /** A buffer whose content depends on a control code. */
        BUFFER,
        /** A list of addresses that a call delivers or takes back. */
        ADDRESS_LIST,
        /** A list of received data that a callback was given. */
        INDICATION,
        /** A connection request that WskInspectEvent was asked about. */
        INSPECT_ID,
        /** The IRP, which the driver makes. */
        IRP,
        /** A number, flags or anything else that the runner judges. */
        OTHER
    }
}
