package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;

/**
 * What a network interface of a host is made from.
 *
 * @param name the name by which its host knows it
 * @param addresses its addresses, the preferred ones first
 * @param mtu how many bytes the packets that leave through it may have, IP header included
 * @param up whether it takes and gives packets when the simulation begins
 * @param resolvesNeighbors whether it asks for the link address of a neighbour before it sends; without it, a neighbour
 *     is known where a link leads to it
 */
public record InterfaceConfiguration(
        String name, ImmutableList<HostAddress> addresses, int mtu, boolean up, boolean resolvesNeighbors) {

    /** The name of the interface of a host that has only one. */
    public static final String DEFAULT_NAME = "ethernet";
    /** The MTU of Ethernet (RFC 894, RFC 2464). */
    public static final int ETHERNET_MTU = 1500;
    /** The smallest MTU that IPv4 can live with (RFC 791 section 3.2). */
    public static final int MIN_MTU = 68;
    /** The greatest length of an IPv4 packet. */
    public static final int MAX_MTU = 65535;

    public InterfaceConfiguration {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an interface needs a name");
        }
        if (mtu < MIN_MTU || mtu > MAX_MTU) {
            throw new IllegalArgumentException("an MTU is from " + MIN_MTU + " to " + MAX_MTU + ", not " + mtu);
        }
    }

    /** Returns an interface with these addresses and the MTU of Ethernet that is up. */
    public static InterfaceConfiguration of(String name, HostAddress... addresses) {
        return new InterfaceConfiguration(name, ImmutableList.copyOf(addresses), ETHERNET_MTU, true, false);
    }

    /** Returns this configuration with another MTU. */
    public InterfaceConfiguration withMtu(int newMtu) {
        return new InterfaceConfiguration(name, addresses, newMtu, up, resolvesNeighbors);
    }

    /** Returns this configuration with the interface up or down at the beginning. */
    public InterfaceConfiguration withUp(boolean newUp) {
        return new InterfaceConfiguration(name, addresses, mtu, newUp, resolvesNeighbors);
    }

    /** Returns this configuration with neighbour resolution or without it. */
    public InterfaceConfiguration withNeighborResolution(boolean newResolvesNeighbors) {
        return new InterfaceConfiguration(name, addresses, mtu, up, newResolvesNeighbors);
    }
}
