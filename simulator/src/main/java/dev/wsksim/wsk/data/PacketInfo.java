package dev.wsksim.wsk.data;

import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import org.jspecify.annotations.Nullable;

/**
 * The content of an IP_PKTINFO or IPV6_PKTINFO control message: of a received datagram the address to which it was sent
 * and the interface through which it came, of one to be sent the source address and the interface to leave through.
 *
 * <p>IN_PKTINFO has the address in network order and then the index, IN6_PKTINFO the same with 16 bytes of address.
 * Source: ws2ipdef.h, and the Winsock pages of IP_PKTINFO and IPV6_PKTINFO.
 *
 * @param address the address, which may be the wildcard
 * @param interfaceIndex the index of the interface, or 0
 */
public record PacketInfo(IpAddress address, int interfaceIndex) {

    /** Tells whether a control message is one of these. */
    public static boolean is(ControlMessage message) {
        return isOf(message, Ws2def.IPPROTO_IP, Ws2ipdef.IP_PKTINFO)
                || isOf(message, Ws2def.IPPROTO_IPV6, Ws2ipdef.IPV6_PKTINFO);
    }

    private static boolean isOf(ControlMessage message, int level, int type) {
        return message.level() == level && message.type() == type;
    }

    /** Returns the control message of the address's family. */
    public ControlMessage toControlMessage() {
        boolean six = address.family() == IpFamily.IPV6;
        ImmutableIntArray.Builder data = ImmutableIntArray.builder();
        if (six) {
            addBytes(data, address.high(), Long.BYTES);
            addBytes(data, address.low(), Long.BYTES);
        } else {
            addBytes(data, address.low(), Integer.BYTES);
        }
        ControlMessage.addUlong(data, interfaceIndex);
        return six
                ? new ControlMessage(Ws2def.IPPROTO_IPV6, Ws2ipdef.IPV6_PKTINFO, data.build())
                : new ControlMessage(Ws2def.IPPROTO_IP, Ws2ipdef.IP_PKTINFO, data.build());
    }

    /** Reads one of these control messages; null where its size is wrong. */
    public static @Nullable PacketInfo read(ControlMessage message) {
        boolean six = message.level() == Ws2def.IPPROTO_IPV6;
        int addressBytes = six ? 2 * Long.BYTES : Integer.BYTES;
        ImmutableIntArray data = message.data();
        if (data.length() != addressBytes + Integer.BYTES) {
            return null;
        }
        IpAddress address = six
                ? IpAddress.ipv6(number(data, 0, Long.BYTES), number(data, Long.BYTES, Long.BYTES))
                : IpAddress.ipv4((int) number(data, 0, Integer.BYTES));
        return new PacketInfo(address, message.ulongAt(addressBytes));
    }

    private static void addBytes(ImmutableIntArray.Builder data, long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            data.add((int) (value >>> (i * Byte.SIZE)) & 0xFF);
        }
    }

    private static long number(ImmutableIntArray data, int from, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << Byte.SIZE | data.get(from + i);
        }
        return value;
    }

    @Override
    public String toString() {
        return address + " at interface " + interfaceIndex;
    }
}
