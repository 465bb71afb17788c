package dev.wsksim.net.udp;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.Packet;

/**
 * What an endpoint has set about everything that it sends, besides what every endpoint has.
 *
 * @param trafficClass the octet Type of Service or Traffic Class
 * @param options the options of IPv4
 * @param mtuRule what becomes of datagrams that are too large for the path
 * @param unicastInterface the index of the interface through which packets to one host leave; 0 for that of the route
 * @param segmentSize into how many bytes of data a larger datagram is cut, each of which is sent as a datagram; 0 for none
 */
public record SendRules(int trafficClass, ByteSlice options, MtuRule mtuRule, int unicastInterface, int segmentSize) {

    /** What an endpoint has that has set nothing. */
    public static final SendRules USUAL = new SendRules(0, ByteSlice.EMPTY, MtuRule.USUAL, 0, 0);

    /** Returns these, or {@link #USUAL} where they are the same. */
    public static SendRules of(
            int trafficClass, ByteSlice options, MtuRule mtuRule, int unicastInterface, int segmentSize) {
        boolean usual = trafficClass == 0
                && options.isEmpty()
                && mtuRule == MtuRule.USUAL
                && unicastInterface == 0
                && segmentSize == 0;
        return usual ? USUAL : new SendRules(trafficClass, options, mtuRule, unicastInterface, segmentSize);
    }

    /** Returns what packets have in their header that are sent with some choices. */
    public IpExtras extras(SendChoices choices) {
        return IpExtras.of(choices.appliedTo(trafficClass), mtuRule.fragmentation(), options);
    }

    /** Returns the index of the interface through which a packet leaves that is sent with some choices; 0 for its route's. */
    public int interfaceTo(IpAddress remote, SendChoices choices) {
        return choices.interfaceIndex() != 0 || remote.isMulticast() ? choices.interfaceIndex() : unicastInterface;
    }

    /**
     * Tells whether a packet is small enough to be sent.
     *
     * @param through the index of the interface that it leaves through; 0 for that of the route
     */
    public boolean allow(Packet packet, DatagramIpLayer ip, int through) {
        return switch (mtuRule) {
            case USUAL, FRAGMENTS_OF_INTERFACE -> true;
            case WITHIN_PATH -> packet.wireBytes() <= ip.mtuTo(packet.destination(), through, true);
            case WITHIN_INTERFACE -> packet.wireBytes() <= ip.mtuTo(packet.destination(), through, false);
        };
    }
}
