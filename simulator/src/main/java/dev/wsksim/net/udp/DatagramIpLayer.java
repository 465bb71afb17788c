package dev.wsksim.net.udp;

import dev.wsksim.net.address.IpAddress;
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

    /** Adds one to those on this host who want packets to a group; the first one makes the host a member. */
    void joinGroup(IpAddress group);

    /** Takes one from those on this host who want packets to a group; the host leaves with the last one. */
    void leaveGroup(IpAddress group);
}
