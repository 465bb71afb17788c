package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.PacketInfo;
import dev.wsksim.wsk.socket.DatagramFailure;
import org.jspecify.annotations.Nullable;

/**
 * Reads the control information of a datagram that a driver sends: IP_PKTINFO and IPV6_PKTINFO choose the source address
 * and the interface, IP_TTL and IPV6_HOPLIMIT the hop limit. Any other control message ends the run as not simulated, by
 * its name.
 *
 * <p>Malformed control information is STATUS_INVALID_PARAMETER (assumption). ControlInfoLength counts every object with
 * its padding, as WSA_CMSG_SPACE does. Source: nc-wsk-pfn_wsk_send_to, ns-ws2def-wsacmsghdr.
 *
 * @param choices what the control information chooses
 * @param failure what is wrong with it; null where nothing is
 */
record ControlInfo(SendChoices choices, @Nullable DatagramFailure failure) {

    private static final ControlInfo NONE = new ControlInfo(SendChoices.NONE, null);
    private static final int LARGEST_HOP_LIMIT = 255;

    private static ControlInfo wrong(String reason) {
        return new ControlInfo(
                SendChoices.NONE,
                new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, reason + " (the status is an assumption)"));
    }

    /**
     * Reads it.
     *
     * @param length ControlInfoLength
     * @param messages ControlInfo; null for NULL
     * @param family the family of the destination
     */
    static ControlInfo read(long length, @Nullable ImmutableList<ControlMessage> messages, IpFamily family) {
        if (length == 0) {
            return NONE;
        }
        if (messages == null) {
            return wrong("ControlInfo is NULL, but ControlInfoLength is " + length);
        }
        long space = ControlMessage.spaceOf(messages);
        if (space != length) {
            return wrong(
                    "ControlInfoLength is " + length + ", but the objects in ControlInfo take " + space + " bytes");
        }
        PacketInfo place = null;
        int hopLimit = 0;
        for (ControlMessage message : messages) {
            if (PacketInfo.is(message)) {
                place = PacketInfo.read(message);
                if (place == null || place.address().family() != family) {
                    return wrong(message + " is not the packet information of " + family);
                }
            } else if (isHopLimit(message, family)) {
                hopLimit = message.data().length() == Integer.BYTES ? message.ulongAt(0) : 0;
                if (hopLimit < 1 || hopLimit > LARGEST_HOP_LIMIT) {
                    return wrong(message + " is not a hop limit from 1 to 255");
                }
            } else {
                throw new NotSimulatedException("the control message " + message);
            }
        }
        return new ControlInfo(choices(place, hopLimit), null);
    }

    private static boolean isHopLimit(ControlMessage message, IpFamily family) {
        return family == IpFamily.IPV4
                ? message.level() == Ws2def.IPPROTO_IP && message.type() == Ws2ipdef.IP_TTL
                : message.level() == Ws2def.IPPROTO_IPV6 && message.type() == Ws2ipdef.IPV6_HOPLIMIT;
    }

    private static SendChoices choices(@Nullable PacketInfo place, int hopLimit) {
        if (place == null) {
            return new SendChoices(null, 0, hopLimit);
        }
        IpAddress source = place.address().isWildcard() ? null : place.address();
        return new SendChoices(source, place.interfaceIndex(), hopLimit);
    }
}
