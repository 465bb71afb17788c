package dev.wsksim.net.icmp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.Packet;

/**
 * Why something cannot be reached, with its type and code in both families: RFC 792 and RFC 1812 section 5.2.7.1 for
 * ICMP, RFC 4443 sections 3.1 and 3.4 for ICMPv6.
 */
public enum UnreachableKind {
    /** No route leads to the network. */
    NETWORK("network unreachable", 0, 1, 0),
    /** The network was reached, the host was not. */
    HOST("host unreachable", 1, 1, 3),
    /** The host does not speak the protocol; ICMPv6 says so as a parameter problem. */
    PROTOCOL("protocol unreachable", 2, 4, 1),
    /** Nobody listens at the port. */
    PORT("port unreachable", 3, 1, 4),
    /** A filter forbids it. */
    ADMINISTRATIVELY_PROHIBITED("administratively prohibited", 13, 1, 1);

    private static final int DESTINATION_UNREACHABLE_4 = 3;

    private final String meaning;
    private final int code4;
    private final int type6;
    private final int code6;

    UnreachableKind(String meaning, int code4, int type6, int code6) {
        this.meaning = meaning;
        this.code4 = code4;
        this.type6 = type6;
        this.code6 = code6;
    }

    /** Returns the type in a family's numbering. */
    public int type(IpFamily family) {
        return family == IpFamily.IPV4 ? DESTINATION_UNREACHABLE_4 : type6;
    }

    /** Returns the code in a family's numbering. */
    public int code(IpFamily family) {
        return family == IpFamily.IPV4 ? code4 : code6;
    }

    /** Returns the packet in which {@code reporter} tells the sender of a packet that it could not be delivered. */
    public Packet errorAbout(Packet offending, IpAddress reporter) {
        IpFamily family = offending.family();
        IcmpMessage message = new IcmpMessage(family, type(family), code(family), meaning, offending);
        return new Packet(reporter, offending.source(), Packet.DEFAULT_HOP_LIMIT, message);
    }

    /** Returns the meaning in words. */
    @Override
    public String toString() {
        return meaning;
    }
}
