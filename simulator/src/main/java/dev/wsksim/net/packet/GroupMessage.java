package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpFamily;

/** A message of IGMPv3 (RFC 3376) or, over IPv6, of MLDv2 (RFC 3810), which is a part of ICMPv6. */
public sealed interface GroupMessage extends PacketPayload permits GroupQuery, GroupReport {

    /** The protocol number of IGMP. */
    int PROTOCOL_4 = 2;

    /** The words by which scenarios match it. */
    String LABEL_4 = "IGMP";
    /** The words by which scenarios match it over IPv6. */
    String LABEL_6 = "MLD";

    /** Returns the version of the Internet Protocol that it belongs to. */
    IpFamily family();

    /** Returns the type in the family's own numbering. */
    int type();

    @Override
    default int protocol() {
        return family() == IpFamily.IPV4 ? PROTOCOL_4 : IcmpMessage.PROTOCOL_6;
    }

    @Override
    default String label() {
        return family() == IpFamily.IPV4 ? LABEL_4 : LABEL_6;
    }

    /** All of them ask routers to look at them (RFC 3376 section 4, RFC 3810 section 5). */
    @Override
    default boolean hasRouterAlert() {
        return true;
    }
}
