package dev.wsksim.net.host;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.ip.Reassembler;
import dev.wsksim.net.ip.ReassemblyListener;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import dev.wsksim.net.packet.codec.Decoded;
import dev.wsksim.net.packet.codec.PacketDecoder;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of packets that reach a host: they are for its protocols, to be forwarded, or to be thrown away;
 * fragments are put together first.
 */
final class PacketInput implements ReassemblyListener {

    private final Host host;
    private final Paths paths;
    private final PacketOutput output;
    private final HostProtocols protocols;
    private final SimulationLoop loop;
    private final Trace trace;
    private final @Nullable Forwarder forwarder;
    private final Reassembler reassembler;

    PacketInput(
            Host host,
            boolean isRouter,
            Paths paths,
            PacketOutput output,
            HostProtocols protocols,
            SimulationLoop loop,
            Trace trace) {
        this.host = host;
        this.paths = paths;
        this.output = output;
        this.protocols = protocols;
        this.loop = loop;
        this.trace = trace;
        forwarder = isRouter ? new Forwarder(host, output) : null;
        reassembler = new Reassembler(loop, this);
    }

    /** Takes a packet that a link has brought to an interface. */
    void arrived(Packet packet, NetworkInterface in) {
        IpAddress destination = packet.destination();
        if (!in.isUp()) {
            host.discard(packet, "interface " + in.name() + " is down");
        } else if (packet.payload() instanceof DamagedPayload damaged && isArp(damaged.original())) {
            protocols.arrived(packet);
        } else if (packet.payload() instanceof NeighborMessage message && isArp(message)) {
            in.neighborMessageArrived(packet, message);
        } else if (host.owns(destination) || host.isForMany(destination)) {
            forThisHost(packet, in);
        } else if (forwarder != null) {
            forwarder.forward(packet, paths.to(destination));
        } else {
            host.discard(packet, "it is not for this host");
        }
    }

    /** ARP is no IP packet: whatever its addresses, it goes no further than its link. */
    private static boolean isArp(PacketPayload payload) {
        return payload instanceof NeighborMessage message && message.family() == IpFamily.IPV4;
    }

    /**
     * Takes a packet for this host, or for many of which it may be one.
     *
     * @param in the interface to which it came; null for loopback
     */
    void forThisHost(Packet packet, @Nullable NetworkInterface in) {
        if (packet.payload() instanceof NeighborMessage message) {
            neighborMessageArrived(packet, message, in);
        } else if (packet.destination().isMulticast()
                && !protocols.isMember(packet.destination(), host.arrivalInterface())) {
            ignore(packet, "the host is not in the group");
        } else if (packet.payload() instanceof IpFragment fragment) {
            fragmentArrived(packet, fragment, in);
        } else {
            if (packet.payload() instanceof IcmpError error && error.kind() == IcmpErrorKind.PACKET_TOO_BIG) {
                learnPathMtu(error);
            }
            protocols.arrived(packet);
        }
    }

    /** A message with another hop limit may have been forwarded, from wherever (RFC 4861 sections 7.1.1 and 7.1.2). */
    private void neighborMessageArrived(Packet packet, NeighborMessage message, @Nullable NetworkInterface in) {
        if (in == null) {
            ignore(packet, "there are no neighbours on loopback");
        } else if (packet.hopLimit() != NeighborMessage.HOP_LIMIT) {
            ignore(packet, "the hop limit of a neighbour message is 255, not " + packet.hopLimit());
        } else {
            in.neighborMessageArrived(packet, message);
        }
    }

    private void learnPathMtu(IcmpError error) {
        IpAddress remote = error.offending().destination();
        if (host.owns(error.offending().source()) && paths.learnMtu(error, host.mtuTo(remote), loop.nowNanos())) {
            // Finding the path keeps it, so this must not depend on whether somebody reads the trace.
            int mtu = host.mtuTo(remote);
            if (trace.isActive()) {
                trace.emit(new PathMtuLearned(host.name(), remote, mtu));
            }
        }
    }

    private void fragmentArrived(Packet packet, IpFragment fragment, @Nullable NetworkInterface in) {
        ByteSlice bytes = reassembler.add(packet, fragment);
        if (bytes == null) {
            return;
        }
        Decoded decoded = PacketDecoder.decodePayload(packet, fragment.carriedProtocol(), bytes);
        if (decoded instanceof Decoded.Whole whole) {
            if (trace.isActive()) {
                trace.emit(new PacketReassembled(host.name(), whole.packet()));
            }
            if (whole.packet().payload() instanceof NeighborMessage) {
                ignore(whole.packet(), "no neighbour message comes in fragments"); // RFC 6980 section 5
            } else {
                forThisHost(whole.packet(), in);
            }
        } else {
            host.discard(packet, "what the fragments make up is no good packet");
        }
    }

    private void ignore(Packet packet, String reason) {
        if (trace.isActive()) {
            trace.emit(new PacketIgnored(host.name(), packet, reason));
        }
    }

    @Override
    public void fragmentDiscarded(Packet fragment, String reason) {
        host.discard(fragment, reason);
    }

    @Override
    public void reassemblyTimedOut(@Nullable Packet first, Packet some) {
        host.discard(first == null ? some : first, "reassembly time exceeded");
        if (first != null) {
            output.report(IcmpError.about(first, IcmpErrorKind.REASSEMBLY_TIME_EXCEEDED));
        }
    }

    /** Forgets the fragments that wait, as a host that crashes does. */
    void crash() {
        reassembler.clear();
    }
}
