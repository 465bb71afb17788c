package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;

/** A kind of packet that is neither a TCP segment nor an ICMP error. */
public enum PacketKind implements WordEnum {
    /** A UDP datagram. */
    UDP("UDP", "sourcePort", "destinationPort", "checksummed", "length", "data"),
    /** An ICMP or ICMPv6 echo request. */
    ECHO_REQUEST("ICMP echo-request", "identifier", "sequence", "length", "data"),
    /** An ICMP or ICMPv6 echo reply. */
    ECHO_REPLY("ICMP echo-reply", "identifier", "sequence", "length", "data"),
    /** An ICMP or ICMPv6 error that tells of a smaller MTU: fragmentation needed, or packet too big. */
    TOO_BIG("ICMP too-big", "type", "code", "meaning", "mtu"),
    /** An ICMP or ICMPv6 error that the packet made as many hops as it may. */
    HOP_LIMIT("ICMP hop-limit", "type", "code", "meaning"),
    /** An ICMP or ICMPv6 error that not all fragments came in time. */
    REASSEMBLY("ICMP reassembly", "type", "code", "meaning"),
    /** A fragment of any packet. */
    FRAGMENT("FRAGMENT", "identification", "protocol", "offset", "more", "length"),
    /** A request of ARP, or a neighbour solicitation. */
    NEIGHBOR_REQUEST("NEIGHBOR request", "meaning", "target", "linkAddress"),
    /** A reply of ARP, or a neighbour advertisement. */
    NEIGHBOR_REPLY("NEIGHBOR reply", "meaning", "target", "linkAddress"),
    /** A query of IGMP. */
    IGMP_QUERY("IGMP query", "group", "maxResponseMillis", "robustness", "intervalSeconds"),
    /** A report of IGMP. */
    IGMP_REPORT("IGMP report", "record"),
    /** A query of MLD. */
    MLD_QUERY("MLD query", "group", "maxResponseMillis", "robustness", "intervalSeconds"),
    /** A report of MLD. */
    MLD_REPORT("MLD report", "record"),
    /** Bytes of another protocol, or that are no good message of theirs. */
    RAW("RAW", "protocol", "length", "data");

    private final String word;
    private final ImmutableList<String> fields;

    PacketKind(String word, String... fields) {
        this.word = word;
        this.fields = ImmutableList.copyOf(fields);
    }

    @Override
    public String word() {
        return word;
    }

    /** Returns the names of the fields that such packets have in a trace, besides those of every packet. */
    public ImmutableList<String> fields() {
        return fields;
    }
}
