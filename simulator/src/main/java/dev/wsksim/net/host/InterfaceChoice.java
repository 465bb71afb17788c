package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.udp.DatagramIpLayer;
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
                ? addressAt(interfaceIndex, remote.family())
                : SourceChoice.choose(ImmutableList.of(out), path, remote);
    }

    /** Returns the first address of a family that an interface has; null where it has none, or is down. */
    @Nullable
    IpAddress addressAt(int interfaceIndex, IpFamily family) {
        NetworkInterface own = upInterface(interfaceIndex);
        return own == null
                ? null
                : own.addresses().stream()
                        .map(HostAddress::address)
                        .filter(address -> address.family() == family)
                        .findFirst()
                        .orElse(null);
    }

    /** Tells whether an interface that is up has an address; loopback has the host's loopback addresses. */
    boolean hasAt(int interfaceIndex, IpAddress address) {
        if (interfaceIndex == DatagramIpLayer.LOOPBACK_INTERFACE) {
            return address.isLoopback();
        }
        return host.interfaces().stream().anyMatch(own -> own.index() == interfaceIndex && own.owns(address));
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
