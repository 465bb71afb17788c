package dev.wsksim.wsk.socket;

import dev.wsksim.net.udp.UdpEndpoint;

/**
 * The options of a datagram socket that its transport acts on. Their sources are the pages of the options.
 *
 * @param broadcast SO_BROADCAST: whether it may send to broadcast addresses
 * @param hopLimit IP_TTL, IPV6_UNICAST_HOPS; 0 for the host's own
 * @param multicastHopLimit IP_MULTICAST_TTL, IPV6_MULTICAST_HOPS
 * @param multicastLoopback IP_MULTICAST_LOOP, IPV6_MULTICAST_LOOP: whether it hears its own host's packets to its groups
 * @param multicastInterface IP_MULTICAST_IF, IPV6_MULTICAST_IF: the index of an interface; 0 for the host's choice
 * @param checksummed the opposite of UDP_NOCHECKSUM
 * @param headerIncluded IP_HDRINCL, IPV6_HDRINCL: whether what it sends begins with an IP header
 * @param packetInfo IP_PKTINFO, IPV6_PKTINFO: whether received datagrams tell where they were sent to
 * @param hopLimitInfo IP_HOPLIMIT, IPV6_HOPLIMIT: whether received datagrams tell their hop limit
 */
public record DatagramSettings(
        boolean broadcast,
        int hopLimit,
        int multicastHopLimit,
        boolean multicastLoopback,
        int multicastInterface,
        boolean checksummed,
        boolean headerIncluded,
        boolean packetInfo,
        boolean hopLimitInfo) {

    /** What a socket has that has set nothing. */
    public static final DatagramSettings DEFAULT =
            new DatagramSettings(false, 0, UdpEndpoint.DEFAULT_MULTICAST_HOP_LIMIT, true, 0, true, false, false, false);

    DatagramSettings withBroadcast(boolean value) {
        return new DatagramSettings(
                value,
                hopLimit,
                multicastHopLimit,
                multicastLoopback,
                multicastInterface,
                checksummed,
                headerIncluded,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withHopLimit(int value) {
        return new DatagramSettings(
                broadcast,
                value,
                multicastHopLimit,
                multicastLoopback,
                multicastInterface,
                checksummed,
                headerIncluded,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withMulticastHopLimit(int value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                value,
                multicastLoopback,
                multicastInterface,
                checksummed,
                headerIncluded,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withMulticastLoopback(boolean value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                multicastHopLimit,
                value,
                multicastInterface,
                checksummed,
                headerIncluded,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withMulticastInterface(int value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                multicastHopLimit,
                multicastLoopback,
                value,
                checksummed,
                headerIncluded,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withChecksummed(boolean value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                multicastHopLimit,
                multicastLoopback,
                multicastInterface,
                value,
                headerIncluded,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withHeaderIncluded(boolean value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                multicastHopLimit,
                multicastLoopback,
                multicastInterface,
                checksummed,
                value,
                packetInfo,
                hopLimitInfo);
    }

    DatagramSettings withPacketInfo(boolean value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                multicastHopLimit,
                multicastLoopback,
                multicastInterface,
                checksummed,
                headerIncluded,
                value,
                hopLimitInfo);
    }

    DatagramSettings withHopLimitInfo(boolean value) {
        return new DatagramSettings(
                broadcast,
                hopLimit,
                multicastHopLimit,
                multicastLoopback,
                multicastInterface,
                checksummed,
                headerIncluded,
                packetInfo,
                value);
    }
}
