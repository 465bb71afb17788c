package dev.wsksim.net.packet;

import com.google.common.collect.ImmutableSet;
import dev.wsksim.net.address.IpFamily;
import java.util.Optional;

/**
 * What an ICMP or ICMPv6 error says, with its type and code in each family: RFC 792, RFC 1122 section 3.2.2.1, RFC 1812
 * section 5.2.7 and RFC 1191 for ICMP; RFC 4443 section 3, RFC 7112 section 5 for ICMPv6. Some are known to one family
 * only.
 */
public enum IcmpErrorKind {
    /** No route leads to the network. */
    NETWORK_UNREACHABLE("network unreachable", Parameter.NONE, 3, 0, 1, 0),
    /** The network was reached, the host was not; ICMPv6: address unreachable. */
    HOST_UNREACHABLE("host unreachable", Parameter.NONE, 3, 1, 1, 3),
    /** The host does not speak the protocol; ICMPv6 says so as a parameter problem: an unrecognized next header. */
    PROTOCOL_UNREACHABLE("protocol unreachable", Parameter.POINTER_6, 3, 2, 4, 1),
    /** Nobody listens at the port. */
    PORT_UNREACHABLE("port unreachable", Parameter.NONE, 3, 3, 1, 4),
    /** The next link cannot take a packet so large; ICMP: fragmentation needed and DF set. */
    PACKET_TOO_BIG("packet too big", Parameter.MTU, 3, 4, 2, 0),
    /** A source route led nowhere. */
    SOURCE_ROUTE_FAILED("source route failed", Parameter.NONE, 3, 5, IcmpErrorKind.NONE, 0),
    /** The network does not exist. */
    NETWORK_UNKNOWN("destination network unknown", Parameter.NONE, 3, 6, IcmpErrorKind.NONE, 0),
    /** The host does not exist. */
    HOST_UNKNOWN("destination host unknown", Parameter.NONE, 3, 7, IcmpErrorKind.NONE, 0),
    /** Obsolete, still defined. */
    SOURCE_HOST_ISOLATED("source host isolated", Parameter.NONE, 3, 8, IcmpErrorKind.NONE, 0),
    /** Obsolete, still defined. */
    NETWORK_PROHIBITED("destination network administratively prohibited", Parameter.NONE, 3, 9, IcmpErrorKind.NONE, 0),
    /** Obsolete, still defined. */
    HOST_PROHIBITED("destination host administratively prohibited", Parameter.NONE, 3, 10, IcmpErrorKind.NONE, 0),
    /** No route to the network takes this type of service. */
    NETWORK_UNREACHABLE_FOR_SERVICE(
            "network unreachable for type of service", Parameter.NONE, 3, 11, IcmpErrorKind.NONE, 0),
    /** No route to the host takes this type of service. */
    HOST_UNREACHABLE_FOR_SERVICE("host unreachable for type of service", Parameter.NONE, 3, 12, IcmpErrorKind.NONE, 0),
    /** A filter forbids it. */
    ADMINISTRATIVELY_PROHIBITED("administratively prohibited", Parameter.NONE, 3, 13, 1, 1),
    /** The precedence is not permitted for this host. */
    PRECEDENCE_VIOLATION("host precedence violation", Parameter.NONE, 3, 14, IcmpErrorKind.NONE, 0),
    /** The precedence is below the network's minimum. */
    PRECEDENCE_CUTOFF("precedence cutoff in effect", Parameter.NONE, 3, 15, IcmpErrorKind.NONE, 0),
    /** The destination is beyond the scope of the source address. */
    BEYOND_SCOPE("beyond scope of source address", Parameter.NONE, IcmpErrorKind.NONE, 0, 1, 2),
    /** A filter forbids packets from this source address. */
    SOURCE_POLICY_FAILED("source address failed policy", Parameter.NONE, IcmpErrorKind.NONE, 0, 1, 5),
    /** The route to the destination is there to refuse. */
    REJECT_ROUTE("reject route to destination", Parameter.NONE, IcmpErrorKind.NONE, 0, 1, 6),
    /** The packet made as many hops as it may. */
    HOP_LIMIT_EXCEEDED("hop limit exceeded", Parameter.NONE, 11, 0, 3, 0),
    /** Not all fragments of a packet came in time. */
    REASSEMBLY_TIME_EXCEEDED("reassembly time exceeded", Parameter.NONE, 11, 1, 3, 1),
    /** A header field is wrong; the pointer tells which. */
    HEADER_FIELD_WRONG("erroneous header field", Parameter.POINTER, 12, 0, 4, 0),
    /** A required option is missing. */
    OPTION_MISSING("required option missing", Parameter.NONE, 12, 1, IcmpErrorKind.NONE, 0),
    /** The length is wrong. */
    LENGTH_WRONG("bad length", Parameter.NONE, 12, 2, IcmpErrorKind.NONE, 0),
    /** An option is unknown; the pointer tells which. */
    OPTION_UNRECOGNIZED("unrecognized option", Parameter.POINTER, IcmpErrorKind.NONE, 0, 4, 2),
    /** The first fragment does not hold all headers. */
    FIRST_FRAGMENT_INCOMPLETE(
            "incomplete header chain in first fragment", Parameter.POINTER, IcmpErrorKind.NONE, 0, 4, 3);

    private static final int NONE = -1;
    /** Destination unreachable, source quench, redirect, time exceeded, parameter problem. */
    private static final ImmutableSet<Integer> ERROR_TYPES_4 = ImmutableSet.of(3, 4, 5, 11, 12);

    private static final int FIRST_INFORMATION_TYPE_6 = 128;

    private final String meaning;
    private final Parameter parameter;
    private final int type4;
    private final int code4;
    private final int type6;
    private final int code6;

    /** What the word behind the checksum holds. */
    enum Parameter {
        /** Zero. */
        NONE,
        /** The MTU of the next hop. */
        MTU,
        /** The place of the trouble in the offending packet, in bytes from its beginning. */
        POINTER,
        /** A pointer in ICMPv6, zero in ICMP. */
        POINTER_6
    }

    IcmpErrorKind(String meaning, Parameter parameter, int type4, int code4, int type6, int code6) {
        this.meaning = meaning;
        this.parameter = parameter;
        this.type4 = type4;
        this.code4 = code4;
        this.type6 = type6;
        this.code6 = code6;
    }

    /** Returns the kind with a type and a code of a family's numbering, if there is one. */
    public static Optional<IcmpErrorKind> of(IpFamily family, int type, int code) {
        for (IcmpErrorKind kind : values()) {
            if (kind.isKnownTo(family) && kind.type(family) == type && kind.code(family) == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Tells whether messages of a type are errors, known ones or others (RFC 1122 section 3.2.2, RFC 4443 section 2.1). */
    public static boolean isErrorType(IpFamily family, int type) {
        return family == IpFamily.IPV4 ? ERROR_TYPES_4.contains(type) : type < FIRST_INFORMATION_TYPE_6;
    }

    /** Tells whether a family has such an error. */
    public boolean isKnownTo(IpFamily family) {
        return (family == IpFamily.IPV4 ? type4 : type6) != NONE;
    }

    /**
     * Returns the type in a family's numbering.
     *
     * @throws IllegalArgumentException when the family has no such error
     */
    public int type(IpFamily family) {
        int type = family == IpFamily.IPV4 ? type4 : type6;
        if (type == NONE) {
            throw new IllegalArgumentException(family + " has no error '" + meaning + "'");
        }
        return type;
    }

    /** Returns the code in a family's numbering; meaningless where the family has no such error. */
    public int code(IpFamily family) {
        return family == IpFamily.IPV4 ? code4 : code6;
    }

    /** Tells whether it carries the MTU of the next hop. */
    public boolean hasMtu() {
        return parameter == Parameter.MTU;
    }

    /** Tells whether it carries a pointer into the offending packet. */
    public boolean hasPointer(IpFamily family) {
        return parameter == Parameter.POINTER || (parameter == Parameter.POINTER_6 && family == IpFamily.IPV6);
    }

    /** Returns the meaning in words. */
    @Override
    public String toString() {
        return meaning;
    }
}
