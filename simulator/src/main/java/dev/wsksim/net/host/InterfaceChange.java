package dev.wsksim.net.host;

import dev.wsksim.trace.TraceRecord;

/** A change of a network interface. */
public sealed interface InterfaceChange extends TraceRecord permits InterfaceStateChanged, InterfaceAddressChanged {

    /** Returns the name of the host. */
    String host();

    /** Returns the name of the interface on its host. */
    String interfaceName();
}
