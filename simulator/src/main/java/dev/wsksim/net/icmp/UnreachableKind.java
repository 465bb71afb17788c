package dev.wsksim.net.icmp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;

/** Why something cannot be reached, as far as both families can say so. */
public enum UnreachableKind {
    /** No route leads to the network. */
    NETWORK(IcmpErrorKind.NETWORK_UNREACHABLE),
    /** The network was reached, the host was not. */
    HOST(IcmpErrorKind.HOST_UNREACHABLE),
    /** The host does not speak the protocol; ICMPv6 says so as a parameter problem. */
    PROTOCOL(IcmpErrorKind.PROTOCOL_UNREACHABLE),
    /** Nobody listens at the port. */
    PORT(IcmpErrorKind.PORT_UNREACHABLE),
    /** A filter forbids it. */
    ADMINISTRATIVELY_PROHIBITED(IcmpErrorKind.ADMINISTRATIVELY_PROHIBITED);

    private final IcmpErrorKind error;

    UnreachableKind(IcmpErrorKind error) {
        this.error = error;
    }

    /** Returns what an ICMP error says about it. */
    public IcmpErrorKind error() {
        return error;
    }

    /** Returns the type in a family's numbering. */
    public int type(IpFamily family) {
        return error.type(family);
    }

    /** Returns the code in a family's numbering. */
    public int code(IpFamily family) {
        return error.code(family);
    }

    /** Returns the packet in which {@code reporter} tells the sender of a packet that it could not be delivered. */
    public Packet errorAbout(Packet offending, IpAddress reporter) {
        return IcmpError.about(offending, error).from(reporter);
    }

    /** Returns the same packet with another hop limit. */
    public Packet errorAbout(Packet offending, IpAddress reporter, int hopLimit) {
        return IcmpError.about(offending, error).from(reporter, hopLimit);
    }

    /** Returns the meaning in words. */
    @Override
    public String toString() {
        return error.toString();
    }
}
