package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.NodePause;
import dev.wsksim.net.link.PacketNode;
import dev.wsksim.net.packet.NeighborMessage;
import dev.wsksim.net.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a host: addresses, an MTU, and the links that lead away from it.
 *
 * <p>While it is down, its addresses are not the host's, its routes lead nowhere, and what arrives at it is lost.
 */
public final class NetworkInterface {

    /** The bit of an EUI-48 that says that no manufacturer gave it. */
    private static final long LOCALLY_ADMINISTERED = 0x0200_0000_0000L;

    private final Host host;
    private final String name;
    private final int index;
    private final int mtu;
    private final List<Link> links = new ArrayList<>(2);
    private final List<NetworkInterface> linkedTo = new ArrayList<>(2);
    private final List<HostAddress> addresses;
    private final long linkAddress;
    private @Nullable NeighborTable neighbors;
    private boolean up;

    NetworkInterface(Host host, InterfaceConfiguration configuration, int index, int hostNumber) {
        this.host = host;
        this.index = index;
        this.name = configuration.name();
        this.mtu = configuration.mtu();
        this.up = configuration.up();
        this.addresses = new ArrayList<>(configuration.addresses());
        this.linkAddress = LOCALLY_ADMINISTERED | (long) hostNumber << Byte.SIZE | index;
    }

    /** Returns the host that it belongs to. */
    public Host host() {
        return host;
    }

    /** Returns the name by which its host knows it. */
    public String name() {
        return name;
    }

    /** Returns the number by which its host's transports know it; the loopback interface has 1. */
    public int index() {
        return index;
    }

    /** Returns how many bytes the packets that leave through it may have. */
    public int mtu() {
        return mtu;
    }

    /** Tells whether it takes and gives packets now. */
    public boolean isUp() {
        return up;
    }

    /** Returns its addresses, the preferred ones first, whether it is up or down. */
    public ImmutableList<HostAddress> addresses() {
        return ImmutableList.copyOf(addresses);
    }

    /** Returns the links that lead away from it, in the order in which they were made. */
    public ImmutableList<Link> links() {
        return ImmutableList.copyOf(links);
    }

    /** Lets the interface go up or down from now on. */
    public void setUp(boolean newUp) {
        if (up != newUp) {
            up = newUp;
            forgetNeighbors();
            host.interfaceChanged(new InterfaceStateChanged(host.name(), name, up));
        }
    }

    /**
     * Gives the interface one more address, the least preferred one.
     *
     * @throws IllegalArgumentException when the host has the address already
     */
    public void addAddress(HostAddress address) {
        if (host.hasAddress(address.address())) {
            throw new IllegalArgumentException("host " + host.name() + " has the address " + address.address());
        }
        addresses.add(address);
        host.interfaceChanged(new InterfaceAddressChanged(host.name(), name, address, true));
    }

    /** Takes an address from the interface; does nothing where it has no such address. */
    public void removeAddress(IpAddress address) {
        HostAddress own = find(address);
        if (own != null) {
            addresses.remove(own);
            host.interfaceChanged(new InterfaceAddressChanged(host.name(), name, own, false));
        }
    }

    /** Adds a link that leads away from this interface to another one; the network does this. */
    public void attach(Link link, NetworkInterface to) {
        links.add(link);
        linkedTo.add(to);
        host.linkAdded();
    }

    /** Lets the interface ask for its neighbours before it sends; the host does this. */
    void resolveNeighbors(NeighborTable table) {
        neighbors = table;
    }

    /** Returns the neighbours that it knows, or null where it does not ask for them. */
    @Nullable
    NeighborTable neighbors() {
        return neighbors;
    }

    void forgetNeighbors() {
        if (neighbors != null) {
            neighbors.clear();
        }
    }

    /** Takes a question for its link address, which it answers, or the answer to its own. */
    void neighborMessageArrived(Packet packet, NeighborMessage message) {
        if (message.isAnswer()) {
            if (neighbors != null && neighbors.isAskedFor(message.target())) {
                neighbors.learn(message.target());
            }
        } else if (owns(message.target())) {
            if (neighbors != null) {
                neighbors.learn(packet.source());
            }
            Link back = linkTo(packet.source());
            if (back != null) {
                NeighborMessage answer = new NeighborMessage(message.family(), true, message.target(), linkAddress);
                back.send(new Packet(message.target(), packet.source(), NeighborMessage.HOP_LIMIT, answer));
            }
        }
    }

    long linkAddress() {
        return linkAddress;
    }

    /** Returns its first address of a family, or the wildcard where it has none. */
    IpAddress firstAddress(IpFamily family) {
        for (HostAddress address : addresses) {
            if (address.address().family() == family) {
                return address.address();
            }
        }
        return IpAddress.wildcard(family);
    }

    /** Tells whether it has an address, be it up or down. */
    public boolean has(IpAddress address) {
        return find(address) != null;
    }

    boolean sharesPrefixWith(NetworkInterface other) {
        return addresses.stream().anyMatch(own -> other.isOnLink(own.address()))
                || other.addresses.stream().anyMatch(its -> isOnLink(its.address()));
    }

    /** Tells whether a link leads to another interface. */
    public boolean isLinkedTo(NetworkInterface other) {
        return linkedTo.contains(other);
    }

    boolean owns(IpAddress address) {
        return up && find(address) != null;
    }

    @Nullable
    HostAddress find(IpAddress address) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).address().equals(address)) {
                return addresses.get(i);
            }
        }
        return null;
    }

    /** Tells whether an address is on its link: within the prefix of one of its own. */
    boolean isOnLink(IpAddress address) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).prefix().contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether an address means all hosts of one of its prefixes; while it is down, none does. */
    boolean isBroadcast(IpAddress address) {
        for (int i = 0; up && i < addresses.size(); i++) {
            if (addresses.get(i).isBroadcast(address)) {
                return true;
            }
        }
        return false;
    }

    /** Finds the link to the neighbour that has an address. */
    @Nullable
    Link linkTo(IpAddress neighbor) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).to().owns(neighbor)) {
                return links.get(i);
            }
        }
        return null;
    }

    /** Returns this interface as the end of a link that knows it by a name. */
    public PacketNode asLinkEnd(String nodeName) {
        return new LinkEnd(nodeName);
    }

    @Override
    public String toString() {
        return host.name() + "." + name;
    }

    /** What a link sees of an interface. */
    private final class LinkEnd implements PacketNode {

        private final String nodeName;

        LinkEnd(String nodeName) {
            this.nodeName = nodeName;
        }

        @Override
        public String name() {
            return nodeName;
        }

        @Override
        public PacketNode host() {
            return host;
        }

        @Override
        public boolean isRunning() {
            return host.isRunning();
        }

        @Override
        public NodePause pause() {
            return host.pause();
        }

        @Override
        public boolean owns(IpAddress address) {
            return host.owns(address);
        }

        @Override
        public void receive(Packet packet) {
            host.received(packet, NetworkInterface.this);
        }

        @Override
        public String toString() {
            return nodeName;
        }
    }
}
