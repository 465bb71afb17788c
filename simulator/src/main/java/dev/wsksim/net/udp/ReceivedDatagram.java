package dev.wsksim.net.udp;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;

/**
 * A datagram that waits to be received, or was.
 *
 * @param packet the packet that it came in
 * @param datagram the datagram
 * @param interfaceIndex the index of the interface through which it came; see {@link DatagramIpLayer}
 */
public record ReceivedDatagram(Packet packet, UdpDatagram datagram, int interfaceIndex) {

    /** Returns who sent it. */
    public Endpoint source() {
        return new Endpoint(packet.source(), datagram.sourcePort());
    }

    /** Returns where it was sent to: an address of this host, a broadcast address or a group. */
    public Endpoint destination() {
        return new Endpoint(packet.destination(), datagram.destinationPort());
    }

    /** Returns the data. */
    public ByteSlice data() {
        return datagram.data();
    }
}
