package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IpExtras;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.PacketInfo;
import dev.wsksim.wsk.data.RecvErr;

/**
 * Makes the control messages that a socket asked for, of the level of each packet's own family.
 *
 * <p>In dual mode the packet information of IPv4 packets needs both IPV6_PKTINFO and IP_PKTINFO; the other options of a
 * level speak for the packets of that family alone. Source: dual-stack-sockets, winsock-ecn, ipproto-ip-socket-options.
 */
final class ReceivedInfo {

    private ReceivedInfo() {}

    /** Returns the control messages about a packet. */
    static ImmutableList<ControlMessage> of(DatagramRole role, Packet packet, int interfaceIndex) {
        DatagramSettings settings = role.options().of(packet.family());
        if (!settings.hasInfo()) {
            return ImmutableList.of();
        }
        boolean six = packet.family() == IpFamily.IPV6;
        int level = six ? Ws2def.IPPROTO_IPV6 : Ws2def.IPPROTO_IP;
        ImmutableList.Builder<ControlMessage> messages = ImmutableList.builder();
        if (settings.packetInfo() && role.settings().packetInfo()) {
            messages.add(new PacketInfo(packet.destination(), interfaceIndex).toControlMessage());
        }
        if (settings.hopLimitInfo()) {
            messages.add(
                    ControlMessage.ofUlong(level, six ? Ws2ipdef.IPV6_HOPLIMIT : Ws2ipdef.IP_TTL, packet.hopLimit()));
        }
        int trafficClass = packet.extras().trafficClass();
        if (settings.trafficClassInfo()) {
            messages.add(ControlMessage.ofUlong(level, six ? Ws2ipdef.IPV6_TCLASS : Ws2ipdef.IP_TOS, trafficClass));
        }
        if (settings.ecnInfo()) {
            messages.add(ControlMessage.ofUlong(
                    level, six ? Ws2ipdef.IPV6_ECN : Ws2ipdef.IP_ECN, trafficClass & IpExtras.ECN_MASK));
        }
        return messages.build();
    }

    /** Returns the control messages about an ICMP error that came from somewhere. */
    static ImmutableList<ControlMessage> ofError(DatagramSettings settings, IcmpError error, int interfaceIndex) {
        RecvErr told =
                new RecvErr(error.family(), error.kind().hasMtu() ? error.parameter() : 0, error.type(), error.code());
        return settings.packetInfo()
                ? ImmutableList.of(
                        new PacketInfo(error.offending().source(), interfaceIndex).toControlMessage(),
                        told.toControlMessage())
                : ImmutableList.of(told.toControlMessage());
    }
}
