package dev.wsksim.net.host;

import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.icmp.EchoStack;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.GroupQuery;
import dev.wsksim.net.packet.GroupReport;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.PayloadReceiver;
import dev.wsksim.net.packet.RawPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.raw.RawStack;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.net.tcp.TcpStack;
import dev.wsksim.net.udp.DatagramIpLayer;
import dev.wsksim.net.udp.UdpStack;
import dev.wsksim.trace.Trace;

/** All that a host has above IP: gives each packet that came for the host to its protocol. */
final class HostProtocols implements PayloadReceiver {

    final TcpStack tcp;
    final UdpStack udp;
    final EchoStack echo;
    final RawStack raw;

    private final Trace trace;
    private final String name;
    private final HostGroups groups;
    private final DatagramIpLayer ip;

    HostProtocols(SimulationLoop loop, Trace trace, Host ip, TcpParameters parameters, RandomStreams randoms) {
        this.ip = ip;
        this.trace = trace;
        name = ip.name();
        tcp = new TcpStack(loop, trace, ip, parameters, randoms.stream("tcp " + name));
        udp = new UdpStack(trace, ip);
        echo = new EchoStack(loop, trace, ip);
        raw = new RawStack(trace, ip);
        groups = new HostGroups(loop, ip, randoms);
    }

    /** Returns its groups. */
    HostGroups groups() {
        return groups;
    }

    /** Tells whether packets to a group that come through an interface are for this host; through loopback, if any is. */
    boolean isMember(IpAddress group, int interfaceIndex) {
        return groups.isMember(group, interfaceIndex);
    }

    void arrived(Packet packet) {
        raw.packetArrived(packet);
        PacketPayload payload = packet.payload();
        // Nearly all packets are one of these two, and a type test is cheaper than the way through the payload.
        if (payload instanceof TcpSegment segment) {
            tcp.segmentArrived(packet, segment);
        } else if (payload instanceof UdpDatagram datagram) {
            udp.datagramArrived(packet, datagram);
        } else {
            payload.deliver(packet, this);
        }
    }

    @Override
    public void receiveTcp(Packet packet, TcpSegment segment) {
        tcp.segmentArrived(packet, segment);
    }

    @Override
    public void receiveUdp(Packet packet, UdpDatagram datagram) {
        udp.datagramArrived(packet, datagram);
    }

    @Override
    public void receiveIcmpError(Packet packet, IcmpError error) {
        tcp.icmpErrorArrived(error);
        udp.icmpErrorArrived(error);
        echo.icmpErrorArrived(error);
    }

    @Override
    public void receiveEcho(Packet packet, IcmpEcho message) {
        echo.echoArrived(packet, message);
    }

    /** Queries of MLD that may come from elsewhere are not heeded (RFC 3810 section 6.2). */
    @Override
    public void receiveGroupQuery(Packet packet, GroupQuery query) {
        if (query.family() == IpFamily.IPV6 && !(packet.source().isLinkLocal() && packet.hopLimit() == 1)) {
            if (trace.isActive()) {
                trace.emit(new PacketIgnored(name, packet, "it is not from a link-local address with hop limit 1"));
            }
        } else if (ip.arrivalInterface() != DatagramIpLayer.LOOPBACK_INTERFACE) {
            groups.at(ip.arrivalInterface(), query.family()).queryArrived(query);
        }
    }

    /** Reports are for routers; hosts of these versions suppress nothing when they hear another's. */
    @Override
    public void receiveGroupReport(Packet packet, GroupReport report) {}

    @Override
    public void receiveRaw(Packet packet, RawPayload payload) {
        raw.unknownArrived(packet, payload);
    }

    @Override
    public void receiveNeighborMessage(Packet packet, NeighborMessage message) {
        throw new AssertionError("the input of the host takes these");
    }

    @Override
    public void receiveFragment(Packet packet, IpFragment fragment) {
        throw new AssertionError("fragments are put together before");
    }

    @Override
    public void receiveDamaged(Packet packet, DamagedPayload damaged) {
        if (trace.isActive()) {
            trace.emit(new PacketDiscarded(name, packet, "its checksum is wrong"));
        }
    }

    void crash() {
        tcp.crash();
        udp.crash();
        echo.crash();
        groups.crash();
    }

    void restart() {
        groups.restart();
    }
}
