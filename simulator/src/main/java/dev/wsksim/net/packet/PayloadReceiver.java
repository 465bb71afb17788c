package dev.wsksim.net.packet;

/** Takes what packets carry, with one method per protocol. */
public interface PayloadReceiver {

    /** Takes a TCP segment. */
    void receiveTcp(Packet packet, TcpSegment segment);

    /** Takes a UDP datagram. */
    void receiveUdp(Packet packet, UdpDatagram datagram);

    /** Takes an ICMP or ICMPv6 error. */
    void receiveIcmpError(Packet packet, IcmpError error);

    /** Takes an ICMP or ICMPv6 echo request or reply. */
    void receiveEcho(Packet packet, IcmpEcho echo);

    /** Takes a router's question for members of groups. */
    void receiveGroupQuery(Packet packet, GroupQuery query);

    /** Takes another host's report on its groups. */
    void receiveGroupReport(Packet packet, GroupReport report);

    /** Takes what no other payload stands for. */
    void receiveRaw(Packet packet, RawPayload raw);

    /** Takes a fragment. */
    void receiveFragment(Packet packet, IpFragment fragment);

    /** Takes a question for a link address, or the answer. */
    void receiveNeighborMessage(Packet packet, NeighborMessage message);

    /** Takes something whose checksum is wrong. */
    void receiveDamaged(Packet packet, DamagedPayload damaged);
}
