package dev.wsksim.net.raw;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.GroupMessage;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.packet.codec.Decoded;
import dev.wsksim.net.packet.codec.PacketDecoder;
import dev.wsksim.net.udp.ChosenSource;
import dev.wsksim.net.udp.DatagramIpLayer;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.net.udp.SendRules;
import dev.wsksim.net.udp.UdpSendFailure;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One host's raw endpoints, by the rules of the Winsock page "TCP/IP Raw Sockets": each packet is copied to every endpoint
 * whose protocol, local address and remote address fit; TCP cannot be sent or bound, and UDP only from an address of the
 * host.
 *
 * <p>Assumptions: an endpoint for ICMP gets every ICMP message, echo requests included; a packet of a protocol that neither
 * the host nor an endpoint takes is answered with protocol unreachable (RFC 1122 section 3.2.2.1 asks for it).
 */
public final class RawStack {

    /** How many bytes of data a raw packet has at most (Winsock page "TCP/IP Raw Sockets"). */
    public static final int MAX_DATA = 65_467;

    private static final ImmutableList<Integer> EXTENSION_HEADERS = ImmutableList.of(0, 43, 44, 60);

    private final Trace trace;
    private final DatagramIpLayer ip;
    private final List<RawEndpoint> endpoints = new ArrayList<>(0);

    /** Makes a host's raw IP. */
    public RawStack(Trace trace, DatagramIpLayer ip) {
        this.trace = trace;
        this.ip = ip;
    }

    /**
     * Tells whether a protocol number is that of an extension header in packets to an address: Hop-by-Hop Options, Routing,
     * Fragment or Destination Options (RFC 8200 section 4). Raw packets of these cannot be sent.
     */
    public static boolean isExtensionHeader(int protocol, IpAddress remote) {
        return remote.family() == IpFamily.IPV6 && EXTENSION_HEADERS.contains(protocol);
    }

    /**
     * Opens an endpoint.
     *
     * @param protocol the protocol number, from 1 to 255 and not that of TCP
     * @param local an address of the host, or the wildcard of its family
     * @throws IllegalArgumentException for another protocol number or address
     */
    public RawEndpoint open(int protocol, IpAddress local, RawUser user) {
        if (protocol < 1 || protocol > 255 || protocol == TcpSegment.PROTOCOL) {
            throw new IllegalArgumentException("no raw endpoint can have the protocol " + protocol);
        }
        if (!local.isWildcard() && !ip.owns(local)) {
            throw new IllegalArgumentException("host " + ip.name() + " does not have the address " + local);
        }
        RawEndpoint endpoint = new RawEndpoint(this, protocol, local, user);
        endpoints.add(endpoint);
        return endpoint;
    }

    /** Takes any packet that came for this host. */
    public void packetArrived(Packet packet) {
        if (!endpoints.isEmpty()) {
            copy(packet);
        }
    }

    private void copy(Packet packet) {
        boolean isForMany = isForMany(packet.destination());
        List<RawEndpoint> hearing = new ArrayList<>();
        for (RawEndpoint endpoint : endpoints) {
            if (endpoint.hears(packet, isForMany)
                    && !(isForMany && endpoint.isDeafTo(packet, ip.owns(packet.source())))) {
                hearing.add(endpoint);
            }
        }
        for (RawEndpoint endpoint : hearing) {
            if (!endpoint.closed) {
                endpoint.user.packetArrived(endpoint, packet);
            }
        }
    }

    /** Takes a packet whose protocol the host does not know, after the endpoints got their copies. */
    public void unknownArrived(Packet packet, RawPayload payload) {
        boolean isKnown = payload.protocol() == TcpSegment.PROTOCOL
                || payload.protocol() == UdpDatagram.PROTOCOL
                || payload.protocol() == IcmpMessage.protocol(packet.family())
                || (payload.protocol() == GroupMessage.PROTOCOL_4 && packet.family() == IpFamily.IPV4);
        if (isKnown) {
            // The protocol is known, but these bytes are no good message of it.
            if (trace.isActive()) {
                trace.emit(new RawPacketIgnored(ip.name(), packet));
            }
            return;
        }
        boolean isHeard = endpoints.stream().anyMatch(endpoint -> endpoint.hears(packet, false));
        if (!isHeard) {
            ip.report(IcmpError.about(packet, IcmpErrorKind.PROTOCOL_UNREACHABLE));
        }
    }

    private boolean isForMany(IpAddress address) {
        return address.isMulticast() || ip.isBroadcast(address);
    }

    @Nullable
    RawSendFailure send(RawEndpoint from, ByteSlice data, IpAddress remote, SendChoices choices) {
        if (from.closed) {
            return RawSendFailure.CLOSED;
        }
        if (!ip.isRunning()) {
            return RawSendFailure.HOST_NOT_RUNNING;
        }
        if (remote.isWildcard() || remote.family() != from.local.family()) {
            return RawSendFailure.INVALID_REMOTE_ADDRESS;
        }
        if (isExtensionHeader(from.protocol, remote)) {
            return RawSendFailure.EXTENSION_HEADER;
        }
        if (data.length() > MAX_DATA) {
            return RawSendFailure.MESSAGE_TOO_LONG;
        }
        if (!from.broadcastAllowed && ip.isBroadcast(remote)) {
            return RawSendFailure.BROADCAST_NOT_ALLOWED;
        }
        return sendJudged(from, data, remote, choices);
    }

    private @Nullable RawSendFailure sendJudged(
            RawEndpoint from, ByteSlice data, IpAddress remote, SendChoices choices) {
        SendRules rules = from.rules;
        int chosenInterface = rules.interfaceTo(remote, choices);
        int through = chosenInterface == 0 && remote.isMulticast() ? from.multicastInterface : chosenInterface;
        boolean isChosen = choices.hasPlace() || from.local.isWildcard();
        ChosenSource chosen = ChosenSource.of(ip, choices.source(), isChosen ? through : 0, remote);
        if (chosen.failure() != null) {
            return chosen.failure() == UdpSendFailure.NO_ROUTE
                    ? RawSendFailure.NO_ROUTE
                    : RawSendFailure.INVALID_SOURCE_ADDRESS;
        }
        IpAddress usual = from.local.isWildcard() ? ip.chooseSource(remote) : from.local;
        IpAddress source = chosen.address() != null ? chosen.address() : usual;
        if (source == null || (through != 0 && !ip.canReach(remote, through))) {
            return RawSendFailure.NO_ROUTE;
        }
        PacketPayload payload = PacketDecoder.payload(from.protocol, data, source, remote);
        int hopLimit = choices.hopLimit() == 0 ? from.hopLimit(remote) : choices.hopLimit();
        Packet packet = new Packet(source, remote, hopLimit, payload, rules.extras(choices));
        if (!rules.allow(packet, ip, through)) {
            return RawSendFailure.MESSAGE_TOO_LONG;
        }
        send(packet, through);
        return null;
    }

    int defaultHopLimit() {
        return ip.defaultHopLimit();
    }

    @Nullable
    RawSendFailure sendWithHeader(RawEndpoint from, ByteSlice bytes) {
        if (from.closed) {
            return RawSendFailure.CLOSED;
        }
        if (!ip.isRunning()) {
            return RawSendFailure.HOST_NOT_RUNNING;
        }
        Decoded decoded = PacketDecoder.decode(bytes.toByteArray());
        if (!(decoded instanceof Decoded.Whole whole)) {
            return decoded instanceof Decoded.NotModelled
                    ? RawSendFailure.HEADER_NOT_SIMULATED
                    : RawSendFailure.INVALID_HEADER;
        }
        return sendWhole(from, whole);
    }

    private @Nullable RawSendFailure sendWhole(RawEndpoint from, Decoded.Whole whole) {
        Packet packet = whole.packet();
        if (packet.payload() instanceof TcpSegment || packet.family() != from.local.family()) {
            return RawSendFailure.INVALID_HEADER;
        }
        if (!isCarriedWhole(whole)) {
            return RawSendFailure.HEADER_NOT_SIMULATED;
        }
        if (packet.payload() instanceof UdpDatagram && !ip.owns(packet.source())) {
            return RawSendFailure.FORGED_SOURCE;
        }
        if (!from.broadcastAllowed && ip.isBroadcast(packet.destination())) {
            return RawSendFailure.BROADCAST_NOT_ALLOWED;
        }
        int through = from.rules.interfaceTo(packet.destination(), SendChoices.NONE);
        boolean canReach =
                through == 0 ? ip.canReach(packet.destination()) : ip.canReach(packet.destination(), through);
        if (!canReach) {
            return RawSendFailure.NO_ROUTE;
        }
        send(packet, through);
        return null;
    }

    private void send(Packet packet, int through) {
        if (through == 0) {
            ip.send(packet);
        } else {
            ip.send(packet, through);
        }
    }

    /** Tells whether a packet has places for all that the header says: fragments alone have one for the identification. */
    private static boolean isCarriedWhole(Decoded.Whole whole) {
        return whole.identification() == 0 || whole.packet().payload() instanceof IpFragment;
    }

    void closed(RawEndpoint endpoint) {
        endpoints.remove(endpoint);
    }
}
