package dev.wsksim.wsk.data;

import com.google.common.primitives.ImmutableIntArray;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;

/**
 * IN_RECVERR, the content of an IP_RECVERR or IPV6_RECVERR control message: which ICMP error came about a datagram.
 *
 * <p>12 bytes: protocol and info of 32 bits each, type and code of 8 bits, and 2 bytes of padding. Source: ws2ipdef.h;
 * no page describes it.
 *
 * @param family the version of the Internet Protocol, which tells IPPROTO_ICMP from IPPROTO_ICMPV6
 * @param info of an error that a packet was too big the MTU; otherwise 0
 * @param type the type of the ICMP message
 * @param code its code
 */
public record RecvErr(IpFamily family, int info, int type, int code) {

    private static final int BYTES = 12;

    /** Returns the control message. */
    public ControlMessage toControlMessage() {
        boolean six = family == IpFamily.IPV6;
        ImmutableIntArray.Builder data = ImmutableIntArray.builder(BYTES);
        ControlMessage.addUlong(data, six ? Ws2def.IPPROTO_ICMPV6 : Ws2def.IPPROTO_ICMP);
        ControlMessage.addUlong(data, info);
        data.add(type).add(code).add(0).add(0);
        return six
                ? new ControlMessage(Ws2def.IPPROTO_IPV6, Ws2ipdef.IPV6_RECVERR, data.build())
                : new ControlMessage(Ws2def.IPPROTO_IP, Ws2ipdef.IP_RECVERR, data.build());
    }

    /** Tells whether a control message is one of these. */
    static boolean is(ControlMessage message) {
        boolean named = message.level() == Ws2def.IPPROTO_IP && message.type() == Ws2ipdef.IP_RECVERR;
        boolean named6 = message.level() == Ws2def.IPPROTO_IPV6 && message.type() == Ws2ipdef.IPV6_RECVERR;
        return (named || named6) && message.data().length() == BYTES;
    }

    /** Says what a control message of this kind tells. */
    static String text(ControlMessage message) {
        return "type " + message.data().get(2 * Integer.BYTES) + " code "
                + message.data().get(2 * Integer.BYTES + 1) + " info " + message.ulongAt(Integer.BYTES);
    }
}
