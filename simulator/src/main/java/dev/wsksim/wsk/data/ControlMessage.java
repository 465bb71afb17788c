package dev.wsksim.wsk.data;

import com.google.common.primitives.ImmutableIntArray;

/**
 * A control object that travels beside a datagram: CMSGHDR and the data behind it.
 *
 * <p>Source: nc-wsk-pfn_wsk_send_to, ns-ws2def-wsacmsghdr.
 *
 * @param level cmsg_level, such as IPPROTO_IP
 * @param type cmsg_type, such as IP_PKTINFO
 * @param data the bytes behind the header, each from 0 to 255
 */
public record ControlMessage(int level, int type, ImmutableIntArray data) {

    /** The size of CMSGHDR on x64. */
    public static final int HEADER_BYTES = 16;

    /** Control objects begin at multiples of this many bytes. */
    private static final int ALIGNMENT = 8;

    /** Returns cmsg_len: header and data, without padding. */
    public int cmsgLen() {
        return HEADER_BYTES + data.length();
    }

    /** Returns WSA_CMSG_SPACE of the data: how much of a control buffer the object takes, padding included. */
    public int space() {
        return (cmsgLen() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
