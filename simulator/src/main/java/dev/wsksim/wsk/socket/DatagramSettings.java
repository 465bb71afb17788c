package dev.wsksim.wsk.socket;

import dev.wsksim.net.udp.MtuRule;
import dev.wsksim.net.udp.SendRules;
import dev.wsksim.net.udp.UdpEndpoint;

/**
 * The options of a datagram socket that its transport of one family acts on. Their sources are the pages of the options.
 *
 * <p>A dual-mode socket has settings of its own for each family. Not thread-safe, as nothing here is.
 */
public final class DatagramSettings {

    private final IpSettings ip = new IpSettings();
    private boolean broadcast;
    private boolean receivesBroadcasts = true;
    private int multicastHopLimit = UdpEndpoint.DEFAULT_MULTICAST_HOP_LIMIT;
    private boolean multicastLoopback = true;
    private int multicastInterface;
    private boolean headerIncluded;
    private boolean dontFragment;
    private int segmentSize;
    private boolean packetInfo;
    private boolean hopLimitInfo;
    private boolean trafficClassInfo;
    private boolean ecnInfo;
    private boolean errorInfo;

    /** Returns the options that sockets of every category have. */
    public IpSettings ip() {
        return ip;
    }

    /** Returns SO_BROADCAST: whether it may send to broadcast addresses. */
    public boolean broadcast() {
        return broadcast;
    }

    void setBroadcast(boolean value) {
        broadcast = value;
    }

    /** Returns IP_RECEIVE_BROADCAST: whether it gets what is sent to all hosts. */
    public boolean receivesBroadcasts() {
        return receivesBroadcasts;
    }

    /** Sets IP_RECEIVE_BROADCAST. */
    public void setReceivesBroadcasts(boolean value) {
        receivesBroadcasts = value;
    }

    /** Returns IP_MULTICAST_TTL or IPV6_MULTICAST_HOPS. */
    public int multicastHopLimit() {
        return multicastHopLimit;
    }

    void setMulticastHopLimit(int value) {
        multicastHopLimit = value;
    }

    /** Returns IP_MULTICAST_LOOP or IPV6_MULTICAST_LOOP: whether it hears its own host's packets to its groups. */
    public boolean multicastLoopback() {
        return multicastLoopback;
    }

    /** Sets IP_MULTICAST_LOOP or IPV6_MULTICAST_LOOP; it acts on what this socket receives, as on Windows. */
    public void setMulticastLoopback(boolean value) {
        multicastLoopback = value;
    }

    /** Returns IP_MULTICAST_IF or IPV6_MULTICAST_IF: the index of an interface; 0 for the host's choice. */
    public int multicastInterface() {
        return multicastInterface;
    }

    void setMulticastInterface(int value) {
        multicastInterface = value;
    }

    /** Returns IP_HDRINCL or IPV6_HDRINCL: whether what it sends begins with an IP header. */
    public boolean headerIncluded() {
        return headerIncluded;
    }

    void setHeaderIncluded(boolean value) {
        headerIncluded = value;
    }

    /** Returns IP_DONTFRAGMENT or IPV6_DONTFRAG. */
    public boolean dontFragment() {
        return dontFragment;
    }

    /** Sets IP_DONTFRAGMENT or IPV6_DONTFRAG. */
    public void setDontFragment(boolean value) {
        dontFragment = value;
    }

    /** Returns UDP_SEND_MSG_SIZE; 0 for no segmentation. */
    public int segmentSize() {
        return segmentSize;
    }

    void setSegmentSize(int value) {
        segmentSize = value;
    }

    /** Returns IP_PKTINFO or IPV6_PKTINFO: whether received datagrams tell where they were sent to. */
    public boolean packetInfo() {
        return packetInfo;
    }

    /** Sets IP_PKTINFO or IPV6_PKTINFO. */
    public void setPacketInfo(boolean value) {
        packetInfo = value;
    }

    /** Returns IP_HOPLIMIT or IPV6_HOPLIMIT: whether received datagrams tell their hop limit. */
    public boolean hopLimitInfo() {
        return hopLimitInfo;
    }

    /** Sets IP_HOPLIMIT or IPV6_HOPLIMIT. */
    public void setHopLimitInfo(boolean value) {
        hopLimitInfo = value;
    }

    /** Returns IP_RECVTOS or IPV6_RECVTCLASS: whether received datagrams tell their traffic class. */
    public boolean trafficClassInfo() {
        return trafficClassInfo;
    }

    /** Sets IP_RECVTOS or IPV6_RECVTCLASS. */
    public void setTrafficClassInfo(boolean value) {
        trafficClassInfo = value;
    }

    /** Returns IP_RECVECN or IPV6_RECVECN: whether received datagrams tell their ECN bits. */
    public boolean ecnInfo() {
        return ecnInfo;
    }

    /** Sets IP_RECVECN or IPV6_RECVECN. */
    public void setEcnInfo(boolean value) {
        ecnInfo = value;
    }

    /** Returns IP_RECVERR or IPV6_RECVERR: whether ICMP errors are received as control messages. */
    public boolean errorInfo() {
        return errorInfo;
    }

    /** Sets IP_RECVERR or IPV6_RECVERR. */
    public void setErrorInfo(boolean value) {
        errorInfo = value;
    }

    /** Tells whether received datagrams have any control message. */
    boolean hasInfo() {
        return packetInfo || hopLimitInfo || trafficClassInfo || ecnInfo;
    }

    /** Returns what the network has to know of what is sent. IP_MTU_DISCOVER goes before IP_DONTFRAGMENT (OQ-121). */
    SendRules rules() {
        MtuRule rule = switch (ip.discovery()) {
            case IP_PMTUDISC_NOT_SET -> dontFragment ? MtuRule.WITHIN_PATH : MtuRule.USUAL;
            case IP_PMTUDISC_DO -> MtuRule.WITHIN_PATH;
            case IP_PMTUDISC_DONT -> MtuRule.FRAGMENTS_OF_INTERFACE;
            case IP_PMTUDISC_PROBE -> MtuRule.WITHIN_INTERFACE;
        };
        return SendRules.of(ip.trafficClass(), ip.options(), rule, ip.unicastInterface(), segmentSize);
    }
}
