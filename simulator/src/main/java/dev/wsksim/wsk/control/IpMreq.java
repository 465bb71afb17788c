package dev.wsksim.wsk.control;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;

/**
 * IP_MREQ of 8 bytes, or IPV6_MREQ of 20: which group to join or to leave, and where. Source: the Win32 pages of both.
 *
 * @param group {@code imr_multiaddr} or {@code ipv6mr_multiaddr}
 * @param interfaceIndex {@code ipv6mr_interface}, or {@code imr_interface} written as 0.0.0.n; 0 for the usual interface
 */
public record IpMreq(IpAddress group, int interfaceIndex) {

    private static final long SIZE_OF_IP_MREQ = 8;
    private static final long SIZE_OF_IPV6_MREQ = 20;

    /** Returns the size of the structure in bytes. */
    public long size() {
        return group.family() == IpFamily.IPV4 ? SIZE_OF_IP_MREQ : SIZE_OF_IPV6_MREQ;
    }
}
