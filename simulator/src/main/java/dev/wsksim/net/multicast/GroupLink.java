package dev.wsksim.net.multicast;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;

/** What memberships need from the interface that they are about. */
public interface GroupLink {

    /** Returns the name of the interface, for messages. */
    String name();

    /** Tells whether the interface takes and gives packets now. */
    boolean isUp();

    /** Returns the address from which reports are sent; the wildcard where the interface has none that is fit for it. */
    IpAddress source();

    /** Sends a packet over the links of the interface, and over no others. */
    void send(Packet packet);
}
