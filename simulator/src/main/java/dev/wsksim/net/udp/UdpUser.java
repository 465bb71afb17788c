package dev.wsksim.net.udp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;

/**
 * The user of an endpoint, who is told what comes to it. Everything is told from an event of the loop, never from inside
 * a call of the user.
 */
public interface UdpUser {

    /** A user that takes nothing as it comes and fetches datagrams from the queue. */
    UdpUser FETCHING = new UdpUser() {};

    /**
     * A datagram came.
     *
     * @param packet tells from which address it came and to which one it was sent
     * @return whether it was taken; if not, it goes into the receive queue
     */
    default boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
        return false;
    }

    /**
     * An ICMP error came about a datagram that was sent from this endpoint (RFC 1122 section 4.1.3.3).
     *
     * @param error what it says
     * @param remote where the datagram was sent to
     */
    default void errorArrived(UdpEndpoint endpoint, IcmpError error, Endpoint remote) {}
}
