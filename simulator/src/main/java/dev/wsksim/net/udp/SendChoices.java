package dev.wsksim.net.udp;

import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of one packet chooses itself (RFC 3542 section 6).
 *
 * @param source the source address, one of the host's; null to leave it to the endpoint
 * @param interfaceIndex the interface to leave through; 0 to leave it to the host
 * @param hopLimit the hop limit; 0 to leave it to the endpoint
 * @param classBits the bits of the traffic class that are chosen
 * @param classMask which bits of the traffic class are chosen; 0 to leave all of them to the endpoint
 * @param segmentSize into how many bytes of data it is cut; 0 to leave it to the endpoint
 */
public record SendChoices(
        @Nullable IpAddress source, int interfaceIndex, int hopLimit, int classBits, int classMask, int segmentSize) {

    /** Everything as the endpoint and the host have it. */
    public static final SendChoices NONE = new SendChoices(null, 0, 0, 0, 0, 0);

    /** Tells whether source or interface are chosen. */
    public boolean hasPlace() {
        return source != null || interfaceIndex != 0;
    }

    /** Tells whether anything is chosen that the IP header of the packet says. */
    public boolean isOfHeader() {
        return hasPlace() || hopLimit != 0 || classMask != 0;
    }

    /** Returns a traffic class with the bits that are chosen. */
    int appliedTo(int trafficClass) {
        return (trafficClass & ~classMask) | (classBits & classMask);
    }
}
