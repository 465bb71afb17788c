package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.ip.Fragmenter;
import dev.wsksim.net.ip.IcmpErrorRules;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.Fragmentation;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.TcpSegment;
import dev.wsksim.net.udp.DatagramIpLayer;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Gives packets to the links of a host where more is to be done than that: no way out, too large, or for many. */
final class PacketOutput {

    private static final int IDENTIFICATION_MASK_4 = 0xFFFF;

    private final Host host;
    private final HostProtocols protocols;
    private final Link loopback;
    private final SimulationLoop loop;
    private final Trace trace;
    private int identification;

    PacketOutput(Host host, HostProtocols protocols, Link loopback, SimulationLoop loop, Trace trace) {
        this.host = host;
        this.protocols = protocols;
        this.loopback = loopback;
        this.loop = loop;
        this.trace = trace;
    }

    /** Sends a packet of this host. */
    void send(Packet packet, @Nullable Path path) {
        if (path == null) {
            unroutable(packet, "no route leads to " + packet.destination());
        } else if (packet.wireBytes() <= path.mtu()) {
            transmit(packet, path);
        } else if (packet.extras().fragmentation() != Fragmentation.USUAL) {
            sendLarge(packet, path);
        } else if (!isTcp(packet)) {
            transmitPieces(packet, path, path.mtu());
        } else {
            host.discard(packet, "it is larger than the path MTU of " + path.mtu() + " bytes");
            tellOwnTransport(IcmpError.packetTooBig(packet, path.mtu()));
        }
    }

    /** Sends a packet whose sender has decided about DF: what errors have told of the path does not count then. */
    private void sendLarge(Packet packet, Path path) {
        if (packet.wireBytes() <= path.linkMtu()) {
            transmit(packet, path);
        } else if (packet.extras().fragmentation() == Fragmentation.ALLOWED) {
            transmitPieces(packet, path, path.linkMtu());
        } else {
            host.discard(packet, "it is larger than the MTU of " + path.linkMtu() + " bytes, and DF is set");
            tellOwnTransport(IcmpError.packetTooBig(packet, path.linkMtu()));
        }
    }

    /** Sends a packet that may be as large as the link lets it be. */
    void transmit(Packet packet, Path path) {
        Link link = path.link();
        NeighborTable neighbors = path.neighbors();
        if (neighbors != null) {
            neighbors.send(packet, path.nextHop());
        } else if (link == null) {
            unroutable(packet, "no linked host has the address " + path.nextHop());
        } else {
            link.send(packet);
        }
    }

    /** Sends a packet in fragments. */
    void transmitPieces(Packet packet, Path path, int mtu) {
        for (Packet piece : pieces(packet, mtu)) {
            transmit(piece, path);
        }
    }

    private static boolean isTcp(Packet packet) {
        PacketPayload payload =
                packet.payload() instanceof DamagedPayload damaged ? damaged.original() : packet.payload();
        return payload instanceof TcpSegment;
    }

    /**
     * Sends to all or to a group: over links, and to the host itself where it is meant too (RFC 1122 section 3.3.7).
     *
     * @param only the index of the only interface that it leaves through; 0 for those of destination and source
     */
    void sendToMany(Packet packet, int only) {
        for (NetworkInterface out : host.interfaces()) {
            boolean isMeant = only == 0 ? isFor(packet, out) : only == out.index();
            if (packet.hopLimit() > 0 && out.isUp() && isMeant) {
                for (Packet piece : piecesForMany(packet, out.mtu())) {
                    out.links().forEach(link -> link.send(piece));
                }
            }
        }
        if (!packet.destination().isMulticast()
                || protocols.isMember(packet.destination(), DatagramIpLayer.LOOPBACK_INTERFACE)) {
            loopback.send(packet);
        }
    }

    /**
     * Tells whether an interface is one that a packet for many leaves through: for all of a prefix, the one with that
     * prefix, and otherwise the one with its source address.
     */
    private boolean isFor(Packet packet, NetworkInterface out) {
        IpAddress destination = packet.destination();
        if (!destination.isMulticast() && !destination.isLimitedBroadcast()) {
            return out.isBroadcast(destination);
        }
        return host.interfaces().size() == 1 || packet.source().isWildcard() || out.owns(packet.source());
    }

    private ImmutableList<Packet> piecesForMany(Packet packet, int mtu) {
        if (packet.wireBytes() > mtu && packet.extras().fragmentation() == Fragmentation.FORBIDDEN) {
            host.discard(packet, "it is larger than the MTU of " + mtu + " bytes, and DF is set");
            return ImmutableList.of();
        }
        return pieces(packet, mtu);
    }

    private ImmutableList<Packet> pieces(Packet packet, int mtu) {
        return packet.wireBytes() <= mtu
                ? ImmutableList.of(packet)
                : Fragmenter.cut(packet, nextIdentification(packet.family()), mtu);
    }

    /** Gives up a packet whose neighbour did not answer, and tells its sender, be that another host or our own transport. */
    void neighborUnreachable(Packet packet) {
        host.discard(packet, "the neighbour does not answer");
        IcmpError error = IcmpError.about(packet, IcmpErrorKind.HOST_UNREACHABLE);
        if (host.owns(packet.source())) {
            tellOwnTransport(error);
        } else {
            report(error);
        }
    }

    /** Sends an error to the sender of the packet that it is about, if there may be one. */
    void report(IcmpError error) {
        Packet offending = error.offending();
        if (!IcmpErrorRules.permit(offending, error.kind(), host::isOneHost)) {
            return;
        }
        IpAddress asked = offending.destination();
        IpAddress source = host.owns(asked) ? asked : host.chooseSource(offending.source());
        if (source != null) {
            host.send(error.from(source, host.defaultHopLimit()));
        }
    }

    /** Lets the transport that sent a packet know, after what runs now, that the host itself could not send it. */
    private void tellOwnTransport(IcmpError error) {
        loop.schedule(0, () -> {
            if (host.isRunning()) {
                protocols.receiveIcmpError(error.from(error.offending().source(), host.defaultHopLimit()), error);
            }
        });
    }

    private int nextIdentification(IpFamily family) {
        identification++;
        return family == IpFamily.IPV4 ? identification & IDENTIFICATION_MASK_4 : identification;
    }

    private void unroutable(Packet packet, String reason) {
        if (trace.isActive()) {
            trace.emit(new PacketUnroutable(host.name(), packet, reason));
        }
    }
}
