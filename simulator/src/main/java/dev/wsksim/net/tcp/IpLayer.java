package dev.wsksim.net.tcp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.packet.Packet;

/** What a transport needs from the host below it. */
public interface IpLayer {

    /** Returns the host's name. */
    String name();

    /** Tells whether the host runs now. */
    boolean isRunning();

    /** Returns whether the host is paused; its timers wait until it goes on. */
    NodePause pause();

    /** Tells whether an address is one of the host's own, loopback included. */
    boolean owns(IpAddress address);

    /** Tells whether a packet to this address would leave the host, or come back to it. */
    boolean canReach(IpAddress remote);

    /**
     * Returns how many bytes a packet to this address may have, IP header included, so that it is likely to get there in
     * one piece: the MTU of the interface or link that it leaves through, or what path MTU discovery has found.
     */
    int mtuTo(IpAddress remote);

    /** Returns the hop limit of packets for which nobody sets another. */
    default int defaultHopLimit() {
        return Packet.DEFAULT_HOP_LIMIT;
    }

    /** Sends a packet; it arrives later, or never. */
    void send(Packet packet);

    /** Sends a packet through an interface, whatever the best route is. */
    void send(Packet packet, int interfaceIndex);
}
