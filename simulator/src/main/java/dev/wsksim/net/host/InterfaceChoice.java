package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;
import org.jspecify.annotations.Nullable;

/**
 * Sends packets through an interface that their sender has chosen (IP_UNICAST_IF, IP_PKTINFO): of the routes, only those
 * through it count. Packets to the host itself go over loopback all the same.
 */
final class InterfaceChoice {

    private final Host host;
    private final Paths paths;
    private final PacketOutput output;

    InterfaceChoice(Host host, Paths paths, PacketOutput output) {
        this.host = host;
        this.paths = paths;
        this.output = output;
    }

    boolean canReach(IpAddress remote, int interfaceIndex) {
        return path(remote, interfaceIndex) != null || (host.isForMany(remote) && upInterface(interfaceIndex) != null);
    }

    @Nullable
    IpAddress chooseSource(IpAddress remote, int interfaceIndex) {
        Path path = path(remote, interfaceIndex);
        NetworkInterface out = path == null ? null : path.out();
        return out == null
                ? host.addressAt(interfaceIndex, remote.family())
                : SourceChoice.choose(ImmutableList.of(out), path, remote);
    }

    void send(Packet packet, int interfaceIndex) {
        if (!packet.source().isWildcard() && !host.owns(packet.source())) {
            host.discard(packet, "the source address is not the host's");
        } else if (host.isForMany(packet.destination())) {
            output.sendToMany(packet, interfaceIndex);
        } else {
            output.send(packet, path(packet.destination(), interfaceIndex));
        }
    }

    /** Returns the path to an address that leaves through an interface, or null where there is none. */
    @Nullable
    Path path(IpAddress remote, int interfaceIndex) {
        if (host.owns(remote)) {
            return paths.to(remote);
        }
        NetworkInterface out = upInterface(interfaceIndex);
        return out == null ? null : paths.through(out, remote);
    }

    private @Nullable NetworkInterface upInterface(int index) {
        for (NetworkInterface own : host.interfaces()) {
            if (own.index() == index && own.isUp()) {
                return own;
            }
        }
        return null;
    }
}
