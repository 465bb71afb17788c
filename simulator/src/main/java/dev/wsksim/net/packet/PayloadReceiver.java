package dev.wsksim.net.packet;

/** Takes what packets carry, with one method per protocol. */
public interface PayloadReceiver {

    /** Takes a TCP segment. */
    void receiveTcp(Packet packet, TcpSegment segment);

    /** Takes an ICMP or ICMPv6 error. */
    void receiveIcmpError(Packet packet, IcmpError error);

    /** Takes an ICMP or ICMPv6 echo request or reply. */
    void receiveEcho(Packet packet, IcmpEcho echo);

    /** Takes something whose checksum is wrong. */
    void receiveDamaged(Packet packet, DamagedPayload damaged);
}
