package dev.wsksim.net.packet;

/** Takes what packets carry, with one method per protocol. */
public interface PayloadReceiver {

    /** Takes a TCP segment. */
    void receiveTcp(Packet packet, TcpSegment segment);

    /** Takes an ICMP or ICMPv6 message. */
    void receiveIcmp(Packet packet, IcmpMessage message);
}
