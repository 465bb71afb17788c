package dev.wsksim.net.link;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;

/** Somebody at an end of a link. */
public interface PacketNode {

    /** Returns the name by which scenarios know it. */
    String name();

    /** Returns the host behind it: itself, unless it is only one of the ends that a host has at its links. */
    default PacketNode host() {
        return this;
    }

    /** Tells whether it takes packets at all now. */
    boolean isRunning();

    /** Returns whether it is paused, and what waits until it goes on. */
    NodePause pause();

    /** Tells whether packets for this address are for it. */
    boolean owns(IpAddress address);

    /** Takes a packet that has arrived; called from the loop, and only while it is running. */
    void receive(Packet packet);
}
