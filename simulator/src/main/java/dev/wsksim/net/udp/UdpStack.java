package dev.wsksim.net.udp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One host's UDP (RFC 768, RFC 1122 section 4.1): binds endpoints, sends their datagrams, and gives each datagram and each
 * ICMP error that arrives to whom it concerns.
 *
 * <p>A datagram to one host goes to the endpoint that fits best, see {@link UdpTable#find}; where none does, its sender is
 * told with port unreachable (RFC 1122 section 4.1.3.1). A datagram to all or to a group goes to every endpoint that fits,
 * and where none does, it is dropped without a word (RFC 1122 section 3.2.2).
 *
 * <p>Assumption: as on Windows, an endpoint that is bound to an address of the host hears broadcasts and its groups too, not
 * only one that is bound to the wildcard address.
 */
public final class UdpStack {

    private final Trace trace;
    private final DatagramIpLayer ip;
    private final UdpTable table = new UdpTable();
    private long crashes;

    /** Makes the UDP of a host. */
    public UdpStack(Trace trace, DatagramIpLayer ip) {
        this.trace = trace;
        this.ip = ip;
    }

    /**
     * Binds an endpoint that nobody may share.
     *
     * @param local the endpoint, whose address may be the wildcard of its family or a group
     * @throws IllegalArgumentException where the host has no such address, or the port is 0
     * @throws IllegalStateException when it is taken
     */
    public UdpEndpoint bind(Endpoint local, UdpUser user) {
        return bind(local, false, user);
    }

    /**
     * Binds an endpoint.
     *
     * @param local the endpoint, whose address may be the wildcard of its family or a group
     * @param shared whether others may bind the very same endpoint, provided that they share it too
     * @throws IllegalArgumentException where the host has no such address, or the port is 0
     * @throws IllegalStateException when it is taken
     */
    public UdpEndpoint bind(Endpoint local, boolean shared, UdpUser user) {
        IpAddress address = local.address();
        if (local.port() == 0 || !(address.isWildcard() || address.isMulticast() || ip.owns(address))) {
            throw new IllegalArgumentException("host " + ip.name() + " cannot bind UDP to " + local);
        }
        for (UdpEndpoint at = table.firstInChain(local.port()); at != null; at = at.nextInBucket) {
            if (at.local().equals(local) && !(shared && at.shared)) {
                throw new IllegalStateException("UDP endpoint " + local + " is taken");
            }
        }
        UdpEndpoint endpoint = new UdpEndpoint(this, local, shared, user);
        table.add(endpoint);
        return endpoint;
    }

    /** Tells whether no endpoint of a family is bound to a port, whatever its address. */
    public boolean isFree(IpAddress address, int port) {
        for (UdpEndpoint at = table.firstInChain(port); at != null; at = at.nextInBucket) {
            if (at.localPort == port && at.localAddress.family() == address.family()) {
                return false;
            }
        }
        return true;
    }

    /** Returns all endpoints in the order of their binding. */
    public ImmutableList<UdpEndpoint> endpoints() {
        return table.inOrder();
    }

    /** Takes a datagram that came for this host, for all, or for a group of it. */
    public void datagramArrived(Packet packet, UdpDatagram datagram) {
        IpAddress destination = packet.destination();
        if (destination.isMulticast() || ip.isBroadcast(destination)) {
            arrivedForMany(packet, datagram);
            return;
        }
        UdpEndpoint endpoint =
                table.find(destination, datagram.destinationPort(), packet.source(), datagram.sourcePort());
        if (endpoint != null) {
            give(endpoint, packet, datagram);
        } else {
            ip.report(IcmpError.about(packet, IcmpErrorKind.PORT_UNREACHABLE));
        }
    }

    private void arrivedForMany(Packet packet, UdpDatagram datagram) {
        int port = datagram.destinationPort();
        boolean isGroup = packet.destination().isMulticast();
        boolean isOwn = isGroup && ip.owns(packet.source());
        List<UdpEndpoint> hearing = new ArrayList<>();
        for (UdpEndpoint at = table.firstInChain(port); at != null; at = at.nextInBucket) {
            if (at.localPort == port
                    && at.hears(packet, datagram)
                    && isMeant(at, packet.destination(), isGroup, isOwn)) {
                hearing.add(at);
            }
        }
        for (UdpEndpoint endpoint : hearing) {
            if (!endpoint.closed) {
                give(endpoint, packet, datagram);
            }
        }
    }

    private boolean isMeant(UdpEndpoint endpoint, IpAddress destination, boolean isGroup, boolean isOwn) {
        IpAddress local = endpoint.localAddress;
        if (!isGroup && !endpoint.hearsBroadcasts) {
            return false;
        }
        if (local.family() != destination.family() || (local.isMulticast() && !local.equals(destination))) {
            return false;
        }
        return !isGroup
                || (endpoint.isIn(destination, ip.arrivalInterface()) && (!isOwn || endpoint.multicastLoopback));
    }

    private void give(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
        if (endpoint.user.datagramArrived(endpoint, packet, datagram) || endpoint.closed) {
            return;
        }
        boolean queued = endpoint.queue.offer(
                new ReceivedDatagram(packet, datagram, ip.arrivalInterface()), endpoint.receiveBuffer);
        if (!queued && trace.isActive()) {
            trace.emit(new DatagramDropped(ip.name(), endpoint.local(), packet, "receive buffer full"));
        }
    }

    /** Takes an ICMP error that quotes a packet of this host. */
    public void icmpErrorArrived(IcmpError error) {
        Packet quoted = error.offending();
        UdpDatagram datagram = quotedDatagram(quoted);
        if (datagram == null) {
            return;
        }
        UdpEndpoint endpoint =
                table.find(quoted.source(), datagram.sourcePort(), quoted.destination(), datagram.destinationPort());
        if (endpoint == null) {
            return;
        }
        Endpoint remote = new Endpoint(quoted.destination(), datagram.destinationPort());
        if (trace.isActive()) {
            trace.emit(new DatagramErrorReceived(ip.name(), endpoint.local(), remote, error.meaning()));
        }
        endpoint.user.errorArrived(endpoint, error, remote);
    }

    /** Returns the datagram that an error is about, or null; of one in fragments, the first fragment tells the ports. */
    private static @Nullable UdpDatagram quotedDatagram(Packet quoted) {
        if (quoted.payload() instanceof IpFragment fragment
                && fragment.carriedProtocol() == UdpDatagram.PROTOCOL
                && fragment.offset() == 0
                && fragment.data().length() >= UdpDatagram.HEADER_BYTES) {
            ByteSlice bytes = fragment.data();
            return UdpDatagram.of(bytes.unsigned16At(0), bytes.unsigned16At(Short.BYTES), ByteSlice.EMPTY);
        }
        return quoted.payload() instanceof UdpDatagram datagram ? datagram : null;
    }

    /** Loses all datagrams that wait, as a host that crashes does. Endpoints are its services and come back with it. */
    public void crash() {
        crashes++;
        table.inOrder().forEach(endpoint -> endpoint.queue.clear());
    }

    /**
     * Returns the index of the interface through which the datagram came of which a user is being told; see {@link
     * DatagramIpLayer}.
     */
    public int arrivalInterface() {
        return ip.arrivalInterface();
    }

    /** Returns how often the host crashed, by which something begun before a crash is told from what follows. */
    public long crashes() {
        return crashes;
    }

    @SuppressWarnings("ReferenceEquality") // most sends share these objects; equal others only take the longer way
    @Nullable
    UdpSendFailure send(UdpEndpoint from, ByteSlice data, IpAddress remote, int port, SendChoices choices) {
        UdpSendFailure failure = judge(from, data, remote, port, choices);
        if (failure != null) {
            return failure;
        }
        if (choices != SendChoices.NONE || from.rules != SendRules.USUAL) {
            return sendByRules(from, data, remote, port, choices);
        }
        IpAddress source = from.localAddress;
        if (source.isWildcard() || source.isMulticast()) {
            source = chooseSource(from, remote);
        } else if (!ip.canReach(remote)) {
            source = null;
        }
        if (source == null) {
            return UdpSendFailure.NO_ROUTE;
        }
        Packet packet = new Packet(
                source,
                remote,
                hopLimit(from, remote, choices),
                new UdpDatagram(from.localPort, port, from.checksummed, data));
        if (from.multicastInterface != 0 && remote.isMulticast()) {
            ip.send(packet, from.multicastInterface);
        } else {
            ip.send(packet);
        }
        return null;
    }

    private @Nullable UdpSendFailure sendByRules(
            UdpEndpoint from, ByteSlice data, IpAddress remote, int port, SendChoices choices) {
        SendRules rules = from.rules;
        int through = rules.interfaceTo(remote, choices);
        if (through == 0 && remote.isMulticast()) {
            through = from.multicastInterface;
        }
        boolean isBound = !from.localAddress.isWildcard() && !from.localAddress.isMulticast();
        boolean isChosen = choices.hasPlace() || !isBound;
        ChosenSource chosen = ChosenSource.of(ip, choices.source(), isChosen ? through : 0, remote);
        if (chosen.failure() != null) {
            return chosen.failure();
        }
        IpAddress usual = isBound ? from.localAddress : chooseSource(from, remote);
        IpAddress source = chosen.address() != null ? chosen.address() : usual;
        if (source == null || (through != 0 && !ip.canReach(remote, through))) {
            return UdpSendFailure.NO_ROUTE;
        }
        int segmentSize = segmentSize(from, choices);
        int most = segmentSize == 0 ? Math.max(data.length(), 1) : segmentSize;
        for (int at = 0; at < Math.max(data.length(), 1); at += most) {
            ByteSlice piece = data.slice(at, Math.min(most, data.length() - at));
            Packet packet = new Packet(
                    source,
                    remote,
                    hopLimit(from, remote, choices),
                    new UdpDatagram(from.localPort, port, from.checksummed, piece),
                    rules.extras(choices));
            boolean fits = segmentSize == 0 || packet.wireBytes() <= ip.mtuTo(remote, through, true);
            if (!fits || !rules.allow(packet, ip, through)) {
                return UdpSendFailure.MESSAGE_TOO_LONG;
            }
            send(packet, through);
        }
        return null;
    }

    private void send(Packet packet, int through) {
        if (through == 0) {
            ip.send(packet);
        } else {
            ip.send(packet, through);
        }
    }

    private static int segmentSize(UdpEndpoint from, SendChoices choices) {
        return choices.segmentSize() != 0 ? choices.segmentSize() : from.rules.segmentSize();
    }

    private static int hopLimit(UdpEndpoint from, IpAddress remote, SendChoices choices) {
        if (choices.hopLimit() != 0) {
            return choices.hopLimit();
        }
        return remote.isMulticast() ? from.multicastHopLimit : from.hopLimit;
    }

    private @Nullable IpAddress chooseSource(UdpEndpoint from, IpAddress remote) {
        return remote.isMulticast() && from.multicastInterface != 0
                ? ip.addressAt(from.multicastInterface, remote.family())
                : ip.chooseSource(remote);
    }

    private @Nullable UdpSendFailure judge(
            UdpEndpoint from, ByteSlice data, IpAddress remote, int port, SendChoices choices) {
        if (from.closed) {
            return UdpSendFailure.CLOSED;
        }
        if (!ip.isRunning()) {
            return UdpSendFailure.HOST_NOT_RUNNING;
        }
        if (port == 0 || remote.isWildcard() || remote.family() != from.localAddress.family()) {
            return UdpSendFailure.INVALID_REMOTE_ADDRESS;
        }
        int most = UdpDatagram.maxData(remote.family());
        if (data.length() > most && (segmentSize(from, choices) == 0 || segmentSize(from, choices) > most)) {
            return UdpSendFailure.MESSAGE_TOO_LONG;
        }
        return !from.broadcastAllowed && ip.isBroadcast(remote) ? UdpSendFailure.BROADCAST_NOT_ALLOWED : null;
    }

    int defaultHopLimit() {
        return ip.defaultHopLimit();
    }

    int usualInterface() {
        return ip.usualInterface();
    }

    void joined(IpAddress group, int interfaceIndex) {
        ip.joinGroup(group, interfaceIndex);
    }

    void left(IpAddress group, int interfaceIndex) {
        ip.leaveGroup(group, interfaceIndex);
    }

    void closed(UdpEndpoint endpoint) {
        table.remove(endpoint);
    }
}
