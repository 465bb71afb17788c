package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.wsk.NtStatusMapping;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.flag.ReceiveFromFlags;
import org.jspecify.annotations.Nullable;

/**
 * The part of a datagram socket that sends and receives, over UDP or raw IP, and holds its options.
 *
 * <p>Options may be set before the bind and after it; groups and fixed addresses only after it. A fixed remote address
 * filters what is received, here in WSK, and is a default destination; a fixed sendto address is a default destination
 * alone. Where both are set, the one that was set last is the destination, and the other one once that is cleared
 * (assumption, OQ-69). Source: sio-wsk-set-remote-address, sio-wsk-set-sendto-address, nc-wsk-pfn_wsk_send_to.
 */
public final class DatagramRole {

    private final WskSocket socket;
    private final DatagramReceiver receiver;
    private final boolean isRaw;
    private final DatagramConfiguration options;
    private DatagramFilter filter;
    private @Nullable Endpoint sendToAddress;
    private @Nullable Endpoint destination;
    /** Where the last packet came from: most come from the same end as the one before. */
    private @Nullable Endpoint lastSource;

    private @Nullable SockAddr lastSockAddr;

    DatagramRole(WskSocket socket) {
        this.socket = socket;
        this.isRaw = socket.triple().socketType() == Ws2def.SOCK_RAW;
        this.options = new DatagramConfiguration(socket, isRaw);
        this.receiver = new DatagramReceiver(socket);
        this.filter = new DatagramFilter(null, isRaw);
    }

    /** Tells whether it is a raw socket. */
    public boolean isRaw() {
        return isRaw;
    }

    WskSocket socket() {
        return socket;
    }

    /** Returns the options. */
    public DatagramConfiguration options() {
        return options;
    }

    /** Returns the options of the socket's own family as they are set now. */
    public DatagramSettings settings() {
        return options.own();
    }

    /** Returns UDP_RECV_MAX_COALESCED_SIZE; 0 where every datagram is received alone. */
    public int coalescedSize() {
        return receiver.coalescedSize();
    }

    /** Sets UDP_RECV_MAX_COALESCED_SIZE. Source: ipproto-udp-socket-options. */
    public void setCoalescedSize(int bytes) {
        receiver.setCoalescedSize(bytes);
    }

    /** Returns SO_RCVBUF in bytes. Source: so-rcvbuf. */
    public int receiveBuffer() {
        return receiver.buffer();
    }

    /** Returns how many bytes wait to be received; a datagram without data counts one. */
    public long receiveBacklog() {
        return receiver.backlog();
    }

    /** Sets SO_RCVBUF, how many bytes wait at most; what waits already stays. Source: so-rcvbuf. */
    public void setReceiveBuffer(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a receive buffer cannot have " + bytes + " bytes");
        }
        receiver.setBuffer(bytes);
    }

    /** Returns the fixed remote address, if there is one. */
    public @Nullable Endpoint fixedRemote() {
        return filter.only();
    }

    /** Sets or clears the fixed remote address, of a bound socket. Source: sio-wsk-set-remote-address. */
    public void setFixedRemote(@Nullable Endpoint remote) {
        filter = new DatagramFilter(remote, isRaw);
        destination = remote == null ? sendToAddress : remote;
        receiver.keepOnly(filter);
    }

    /** Sets or clears the fixed destination, of a bound socket. Source: sio-wsk-set-sendto-address. */
    public void setSendToAddress(@Nullable Endpoint remote) {
        sendToAddress = remote;
        destination = remote == null ? filter.only() : remote;
    }

    /** Returns where a datagram without an address of its own goes to; null where nothing was set. */
    public @Nullable Endpoint defaultDestination() {
        return destination;
    }

    /** Joins a group (IP_ADD_MEMBERSHIP, IPV6_ADD_MEMBERSHIP) of a bound socket; interface 0 is the usual one. */
    public @Nullable DatagramFailure joinGroup(IpAddress group, int interfaceIndex) {
        DatagramTransport bound = transportFor(group);
        return bound == null ? notServed(group) : bound.join(group, interfaceIndex);
    }

    /** Leaves a group (IP_DROP_MEMBERSHIP, IPV6_DROP_MEMBERSHIP) of a bound socket; interface 0 is where it was joined first. */
    public @Nullable DatagramFailure leaveGroup(IpAddress group, int interfaceIndex) {
        DatagramTransport bound = transportFor(group);
        return bound == null ? notServed(group) : bound.leave(group, interfaceIndex);
    }

    /**
     * Sends a datagram from the bound socket to an endpoint of the network; the data is shared, not copied.
     *
     * @return null when it was handed to the network, or why it was not
     */
    public @Nullable DatagramFailure send(ByteSlice data, Endpoint to, SendChoices choices) {
        DatagramTransport bound = transportFor(to.address());
        return bound == null ? notServed(to.address()) : bound.send(data, to, choices);
    }

    /** Returns the endpoint of the network that an address of the driver stands for: IPv4 for a mapped one in dual mode. */
    public Endpoint onTheNet(Endpoint told) {
        return socket.onTheNet(told);
    }

    private @Nullable DatagramTransport transportFor(IpAddress address) {
        ImmutableList<DatagramTransport> transports = options.transports();
        for (int i = 0; i < transports.size(); i++) {
            if (transports.get(i).family() == address.family()) {
                return transports.get(i);
            }
        }
        return null;
    }

    private DatagramFailure notServed(IpAddress address) {
        return options.transports().isEmpty()
                ? notBound()
                : new DatagramFailure(
                        NtStatus.STATUS_INVALID_ADDRESS_COMPONENT, "the socket does not speak " + address.family());
    }

    /** Gives a request the next datagram, now or when it comes. */
    public void receive(DatagramReceive request) {
        receiver.add(request);
    }

    /** Forgets a request that was cancelled. */
    public void cancelReceive(DatagramReceive request) {
        receiver.forget(request);
    }

    /** Begins to send and receive at the endpoints of the network that the socket was bound to. */
    void open(ImmutableList<Endpoint> locals, @Nullable SharedEndpoints shared) {
        ImmutableList.Builder<DatagramTransport> opened = ImmutableList.builder();
        for (Endpoint local : locals) {
            DatagramTransport one = isRaw
                    ? new RawTransport(this, host(), socket.triple().protocol(), local.address())
                    : new UdpTransport(this, host(), local, shared);
            opened.add(one);
        }
        options.opened(opened.build());
    }

    /** Takes a packet for the socket. */
    void arrived(Packet packet, int sourcePort, ByteSlice data, ReceiveFromFlags kind, int interfaceIndex) {
        ArrivedDatagram datagram = ArrivedDatagram.of(
                source(packet.source(), sourcePort), data, kind, ReceivedInfo.of(this, packet, interfaceIndex));
        if (filter.passes(datagram.source())) {
            receiver.arrived(datagram);
        } else {
            receiver.discard(datagram, "another remote address than the fixed one");
        }
    }

    private Endpoint source(IpAddress address, int port) {
        Endpoint last = lastSource;
        if (last != null && last.port() == port && last.address().equals(address)) {
            return last;
        }
        Endpoint source = socket.told(new Endpoint(address, port));
        lastSource = source;
        lastSockAddr = null;
        return source;
    }

    /** Returns the structure that tells the driver who sent a datagram; for the last sender always the same. */
    public SockAddr sockAddr(Endpoint source) {
        if (!source.equals(lastSource)) {
            return SockAddr.of(source);
        }
        SockAddr known = lastSockAddr;
        if (known == null) {
            known = SockAddr.of(source);
            lastSockAddr = known;
        }
        return known;
    }

    /** Reports that a packet of the driver was dropped without telling it. */
    void discarded(String reason) {
        if (socket.services().environment().trace().isActive()) {
            socket.services().environment().trace().emit(new RawPacketDiscarded(socket.number(), reason));
        }
    }

    void eventsEnabled() {
        receiver.eventsEnabled();
    }

    /** Ends all because what is below the socket is gone. */
    void die() {
        close();
        receiver.die();
    }

    void close() {
        ImmutableList<DatagramTransport> open = options.transports();
        options.opened(ImmutableList.of());
        open.forEach(DatagramTransport::close);
    }

    /** Takes an ICMP error about a datagram: as a control message where IP_RECVERR or IPV6_RECVERR is set (OQ-122). */
    void errorArrived(Endpoint remote, IcmpError error, int interfaceIndex) {
        DatagramSettings settings = options.of(error.family());
        if (settings.errorInfo()) {
            arrivedAs(remote, ReceivedInfo.ofError(settings, error, interfaceIndex));
            return;
        }
        NtStatus status = NtStatusMapping.ofDatagramError(error.kind());
        if (status != null) {
            receiver.errorArrived(ArrivedDatagram.failure(socket.told(remote), status));
        } else if (socket.services().environment().trace().isActive()) {
            socket.services()
                    .environment()
                    .trace()
                    .emit(new DatagramErrorArrived(
                            socket.number(),
                            remote,
                            error.kind().name(),
                            "no request is told of it (assumption, OQ-118)"));
        }
    }

    private void arrivedAs(Endpoint remote, ImmutableList<ControlMessage> info) {
        receiver.arrived(ArrivedDatagram.of(socket.told(remote), ByteSlice.EMPTY, ReceiveFromFlags.NONE, info));
    }

    private static DatagramFailure notBound() {
        return new DatagramFailure(NtStatus.STATUS_INVALID_DEVICE_STATE, "the socket is not bound");
    }

    private Host host() {
        return socket.services().host();
    }
}
