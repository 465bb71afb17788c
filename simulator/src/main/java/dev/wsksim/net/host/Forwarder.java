package dev.wsksim.net.host;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * What a router does with packets for others (RFC 1812 section 5, RFC 8200 section 3): counts the hop, finds the way
 * on, cuts what is too large if it may, and tells the sender when it cannot. Forwarding takes no time.
 */
final class Forwarder {

    private final Host host;
    private final PacketOutput output;

    Forwarder(Host host, PacketOutput output) {
        this.host = host;
        this.output = output;
    }

    /**
     * Forwards a packet that is not for this host.
     *
     * @param path how packets to its destination leave the host, or null where no route leads there
     */
    void forward(Packet packet, @Nullable Path path) {
        if (!mayLeaveItsLink(packet.destination()) || !mayLeaveItsLink(packet.source())) {
            host.discard(packet, "addresses of one link only are not forwarded");
        } else if (packet.hopLimit() <= 1) {
            host.discard(packet, "hop limit exceeded");
            output.report(IcmpError.about(packet, IcmpErrorKind.HOP_LIMIT_EXCEEDED));
        } else if (path == null) {
            host.discard(packet, "no route leads to " + packet.destination());
            output.report(IcmpError.about(packet, IcmpErrorKind.NETWORK_UNREACHABLE));
        } else {
            passOn(packet, path);
        }
    }

    private void passOn(Packet packet, Path path) {
        Packet next = packet.oneHopFurther();
        if (packet.wireBytes() <= path.linkMtu()) {
            output.transmit(next, path);
        } else if (!packet.dontFragment()) {
            output.transmitPieces(next, path, path.linkMtu());
        } else {
            host.discard(packet, "it is larger than the MTU of " + path.linkMtu() + " bytes");
            output.report(IcmpError.packetTooBig(packet, path.linkMtu()));
        }
    }

    /** RFC 3927 section 7, RFC 4291 section 2.5.6: what is for a link stays on it. */
    private static boolean mayLeaveItsLink(IpAddress address) {
        boolean linkLocal =
                address.family() == IpFamily.IPV4 ? address.low() >>> 16 == 0xA9FE : address.high() >>> 54 == 0x3FA;
        return !linkLocal
                && !address.isMulticast()
                && !address.isLimitedBroadcast()
                && !address.isLoopback()
                && !address.isWildcard();
    }
}
