package dev.wsksim.net.udp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.tcp.IpLayer;
import org.jspecify.annotations.Nullable;

/** What a transport of datagrams needs from the host below it: more than one of streams, since one datagram may go to many. */
public interface DatagramIpLayer extends IpLayer {

    /**
     * Chooses the address from which a packet to {@code remote} would be sent, be that one host, all, or a group.
     *
     * @return the address, or null where no route leads to {@code remote} or no address of its family is there
     */
    @Nullable
    IpAddress chooseSource(IpAddress remote);

    /**
     * Tells whether an address means all hosts: the limited broadcast address, or the last address of one of the host's
     * on-link prefixes (RFC 919, RFC 922). There is none in IPv6.
     */
    boolean isBroadcast(IpAddress address);

    /** Tells whether an address can be that of a single host. */
    default boolean isOneHost(IpAddress address) {
        return !address.isWildcard() && !address.isMulticast() && !isBroadcast(address);
    }

    /**
     * Sends an ICMP error to the sender of the packet that it is about, where there may be one (RFC 1122 section 3.2.2,
     * RFC 4443 section 2.4 (e)); it comes from the address to which that packet was sent, if that is the host's (RFC
     * 4443 section 2.2).
     */
    void report(IcmpError error);

    /** The index of the interface of the host with itself, which Windows numbers 1 too. */
    int LOOPBACK_INTERFACE = 1;
    /** The index of the first of the other interfaces, which are numbered in their order. */
    int FIRST_INTERFACE = 2;

    /** Returns the index of the interface through which the packet came that is being given to the transports. */
    int arrivalInterface();

    /** Returns the index of the interface at which groups are joined unless somebody names one: the first that is up. */
    int usualInterface();

    /** Returns the first address of a family that an interface has; null where it has none, or is down. */
    @Nullable
    IpAddress addressAt(int interfaceIndex, IpFamily family);

    /** Tells whether an interface that is up has an address; loopback has the host's loopback addresses. */
    boolean hasAt(int interfaceIndex, IpAddress address);

    /** Tells whether a packet to an address can leave through an interface, which is then the only one that counts. */
    boolean canReach(IpAddress remote, int interfaceIndex);

    /** Chooses the address from which a packet would be sent through an interface; null where there is none. */
    @Nullable
    IpAddress chooseSource(IpAddress remote, int interfaceIndex);

    /**
     * Returns how many bytes a packet may have.
     *
     * @param remote where it goes
     * @param interfaceIndex the interface that it leaves through; 0 for that of the route
     * @param learned whether what errors have told about the path counts, or only interface and link
     */
    int mtuTo(IpAddress remote, int interfaceIndex, boolean learned);

    @Override
    default int mtuTo(IpAddress remote) {
        return mtuTo(remote, 0, true);
    }

    /**
     * Adds one to those on this host who want packets to a group that come through an interface; the first one makes the
     * host a member.
     *
     * @throws IllegalArgumentException when the interface is loopback, or does not exist
     */
    void joinGroup(IpAddress group, int interfaceIndex);

    /** Takes one from those who want packets to a group that come through an interface; the host leaves with the last one. */
    void leaveGroup(IpAddress group, int interfaceIndex);
}
