package dev.wsksim.wsk.socket;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.udp.SendChoices;
import org.jspecify.annotations.Nullable;

/** What carries the datagrams of a bound socket: UDP or raw IP. */
interface DatagramTransport {

    /** Returns the family that it speaks. */
    IpFamily family();

    /**
     * Hands a datagram to the network.
     *
     * @return null when it was sent, or what forbids it
     */
    @Nullable
    DatagramFailure send(ByteSlice data, Endpoint to, SendChoices choices);

    /** Takes over the socket's settings, now and whenever they change. */
    void configure(DatagramSettings settings);

    /** Joins a group at an interface; 0 stands for the usual one. */
    @Nullable
    DatagramFailure join(IpAddress group, int interfaceIndex);

    /** Leaves a group at an interface; 0 stands for the one where it was joined first. */
    @Nullable
    DatagramFailure leave(IpAddress group, int interfaceIndex);

    /** Leaves all groups; sends and receives nothing more. */
    void close();
}
