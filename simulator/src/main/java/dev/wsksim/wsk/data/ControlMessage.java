package dev.wsksim.wsk.data;

import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import java.util.List;

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

    /** Makes a control object whose data is one number of 32 bits. */
    public static ControlMessage ofUlong(int level, int type, int value) {
        ImmutableIntArray.Builder data = ImmutableIntArray.builder(Integer.BYTES);
        addUlong(data, value);
        return new ControlMessage(level, type, data.build());
    }

    /** Returns the number of 32 bits that begins at a place of the data, the lowest byte first. */
    public int ulongAt(int place) {
        int value = 0;
        for (int i = Integer.BYTES - 1; i >= 0; i--) {
            value = value << Byte.SIZE | data.get(place + i);
        }
        return value;
    }

    static void addUlong(ImmutableIntArray.Builder data, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            data.add(value >>> (i * Byte.SIZE) & 0xFF);
        }
    }

    /** Returns how much of a control buffer several objects take. */
    public static long spaceOf(List<ControlMessage> messages) {
        long sum = 0;
        for (int i = 0; i < messages.size(); i++) {
            sum += messages.get(i).space();
        }
        return sum;
    }

    @Override
    public String toString() {
        String name = switch (level) {
            case Ws2def.IPPROTO_IP -> ipName();
            case Ws2def.IPPROTO_IPV6 -> ipv6Name();
            case Ws2def.IPPROTO_UDP -> udpName();
            default -> "type " + type;
        };
        PacketInfo info = PacketInfo.is(this) ? PacketInfo.read(this) : null;
        String content = info != null
                ? info.toString()
                : RecvErr.is(this)
                        ? RecvErr.text(this)
                        : data.length() == Integer.BYTES ? Integer.toString(ulongAt(0)) : data.length() + " bytes";
        return "{" + Ws2def.protocolName(level) + " " + name + ": " + content + "}";
    }

    private String ipName() {
        return switch (type) {
            case Ws2ipdef.IP_OPTIONS -> "IP_OPTIONS";
            case Ws2ipdef.IP_TOS -> "IP_TOS";
            case Ws2ipdef.IP_TTL -> "IP_TTL";
            case Ws2ipdef.IP_PKTINFO -> "IP_PKTINFO";
            case Ws2ipdef.IP_ECN -> "IP_ECN";
            case Ws2ipdef.IP_RECVERR -> "IP_RECVERR";
            default -> "type " + type;
        };
    }

    private String ipv6Name() {
        return switch (type) {
            case Ws2ipdef.IPV6_HOPLIMIT -> "IPV6_HOPLIMIT";
            case Ws2ipdef.IPV6_PKTINFO -> "IPV6_PKTINFO";
            case Ws2ipdef.IPV6_RTHDR -> "IPV6_RTHDR";
            case Ws2ipdef.IPV6_TCLASS -> "IPV6_TCLASS";
            case Ws2ipdef.IPV6_ECN -> "IPV6_ECN";
            case Ws2ipdef.IPV6_RECVERR -> "IPV6_RECVERR";
            default -> "type " + type;
        };
    }

    private String udpName() {
        return switch (type) {
            case Ws2ipdef.UDP_SEND_MSG_SIZE -> "UDP_SEND_MSG_SIZE";
            case Ws2ipdef.UDP_COALESCED_INFO -> "UDP_COALESCED_INFO";
            default -> "type " + type;
        };
    }
}
