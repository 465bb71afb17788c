package dev.wsksim.scenario.model;

import dev.wsksim.net.address.IpAddress;
import java.util.Optional;

/**
 * A host by its name, or an address, perhaps with a port.
 *
 * @param name the name or the address as it is written
 * @param port the port; 0 where none belongs
 */
public record NetworkPlace(Reference name, int port) {
    /** Returns the address, unless the place is a host by its name. */
    public Optional<IpAddress> address() {
        return IpAddress.parse(name.name());
    }

    @Override
    public String toString() {
        return port == 0 ? name.name() : name.name() + ":" + port;
    }
}
