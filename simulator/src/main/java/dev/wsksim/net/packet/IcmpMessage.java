package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpFamily;

/** An ICMP or ICMPv6 message (RFC 792, RFC 4443). */
public sealed interface IcmpMessage extends PacketPayload permits IcmpError, IcmpEcho {

    /** The protocol number of ICMP. */
    int PROTOCOL_4 = 1;
    /** The protocol number of ICMPv6. */
    int PROTOCOL_6 = 58;
    /** Type, code, checksum, and the word behind them whose meaning the type tells. */
    int HEADER_BYTES = 8;

    /** Returns the version of the Internet Protocol that it belongs to. */
    IpFamily family();

    /** Returns the type in the family's own numbering. */
    int type();

    /** Returns the code within the type. */
    int code();

    /** Returns the protocol number of a family's messages. */
    static int protocol(IpFamily family) {
        return family == IpFamily.IPV4 ? PROTOCOL_4 : PROTOCOL_6;
    }

    @Override
    default int protocol() {
        return protocol(family());
    }

    @Override
    default String label() {
        return family() == IpFamily.IPV4 ? "ICMP" : "ICMPv6";
    }
}
