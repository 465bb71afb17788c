package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Ws2ipdef;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.PacketInfo;
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

    private static final int LARGEST_HOP_LIMIT = 255;

    private final WskSocket socket;
    private final DatagramReceiver receiver;
    private final boolean isRaw;
    private DatagramSettings settings = DatagramSettings.DEFAULT;
    private DatagramFilter filter;
    private @Nullable DatagramTransport transport;
    private @Nullable Endpoint sendToAddress;
    private @Nullable Endpoint destination;
    /** Where the last packet came from: most come from the same end as the one before. */
    private @Nullable Endpoint lastSource;

    private @Nullable SockAddr lastSockAddr;

    DatagramRole(WskSocket socket) {
        this.socket = socket;
        this.isRaw = socket.triple().socketType() == Ws2def.SOCK_RAW;
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

    /** Returns the options as they are set now. */
    public DatagramSettings settings() {
        return settings;
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

    /** Sets SO_BROADCAST. Source: so-broadcast. */
    public void setBroadcast(boolean allowed) {
        change(settings.withBroadcast(allowed));
    }

    /** Sets IP_TTL or IPV6_UNICAST_HOPS, from 1 to 255. */
    public @Nullable DatagramFailure setHopLimit(int limit) {
        if (limit < 1 || limit > LARGEST_HOP_LIMIT) {
            return invalid("a hop limit is from 1 to 255, not " + limit);
        }
        change(settings.withHopLimit(limit));
        return null;
    }

    /** Sets IP_MULTICAST_TTL or IPV6_MULTICAST_HOPS, from 0 to 255. */
    public @Nullable DatagramFailure setMulticastHopLimit(int limit) {
        if (limit < 0 || limit > LARGEST_HOP_LIMIT) {
            return invalid("a hop limit of packets to groups is from 0 to 255, not " + limit);
        }
        change(settings.withMulticastHopLimit(limit));
        return null;
    }

    /** Sets IP_MULTICAST_LOOP or IPV6_MULTICAST_LOOP; it acts on what this socket receives, as on Windows. */
    public void setMulticastLoopback(boolean loopback) {
        change(settings.withMulticastLoopback(loopback));
    }

    /** Sets IP_MULTICAST_IF or IPV6_MULTICAST_IF to the index of an interface; 0 for the host's choice. */
    public @Nullable DatagramFailure setMulticastInterface(int index) {
        boolean exists = index == 0 || host().interfaces().stream().anyMatch(one -> one.index() == index);
        if (!exists) {
            return invalid("the host has no interface " + index);
        }
        change(settings.withMulticastInterface(index));
        return null;
    }

    /** Sets the opposite of UDP_NOCHECKSUM. */
    public @Nullable DatagramFailure setChecksummed(boolean checksummed) {
        if (!checksummed && socket.triple().addressFamily() == Ws2def.AF_INET6) {
            return invalid("UDP over IPv6 needs a checksum");
        }
        change(settings.withChecksummed(checksummed));
        return null;
    }

    /** Sets IP_HDRINCL or IPV6_HDRINCL of a raw socket. */
    public @Nullable DatagramFailure setHeaderIncluded(boolean included) {
        if (!isRaw) {
            return invalid("only raw sockets have IP_HDRINCL");
        }
        change(settings.withHeaderIncluded(included));
        return null;
    }

    /** Sets IP_PKTINFO or IPV6_PKTINFO: whether received datagrams tell where they were sent to. */
    public void setPktInfo(boolean wanted) {
        change(settings.withPacketInfo(wanted));
    }

    /** Sets IP_HOPLIMIT or IPV6_HOPLIMIT: whether received datagrams tell their hop limit. */
    public void setHopLimitInfo(boolean wanted) {
        change(settings.withHopLimitInfo(wanted));
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
        DatagramTransport bound = transport;
        return bound == null ? notBound() : bound.join(group, interfaceIndex);
    }

    /** Leaves a group (IP_DROP_MEMBERSHIP, IPV6_DROP_MEMBERSHIP) of a bound socket; interface 0 is where it was joined first. */
    public @Nullable DatagramFailure leaveGroup(IpAddress group, int interfaceIndex) {
        DatagramTransport bound = transport;
        return bound == null ? notBound() : bound.leave(group, interfaceIndex);
    }

    /**
     * Sends a datagram from the bound socket; the data is shared, not copied.
     *
     * @return null when it was handed to the network, or why it was not
     */
    public @Nullable DatagramFailure send(ByteSlice data, Endpoint to, SendChoices choices) {
        DatagramTransport bound = transport;
        return bound == null ? notBound() : bound.send(data, to, choices);
    }

    /** Gives a request the next datagram, now or when it comes. */
    public void receive(DatagramReceive request) {
        receiver.add(request);
    }

    /** Forgets a request that was cancelled. */
    public void cancelReceive(DatagramReceive request) {
        receiver.forget(request);
    }

    /** Begins to send and receive at the address that the socket was bound to. */
    void open(Endpoint local, @Nullable SharedEndpoints shared) {
        DatagramTransport opened = isRaw
                ? new RawTransport(this, host(), socket.triple().protocol(), local.address())
                : new UdpTransport(this, host(), local, shared);
        opened.configure(settings);
        transport = opened;
    }

    /** Takes a packet for the socket. */
    void arrived(Packet packet, int sourcePort, ByteSlice data, ReceiveFromFlags kind, int interfaceIndex) {
        ArrivedDatagram datagram = ArrivedDatagram.of(
                source(packet.source(), sourcePort), data, kind, controlInfo(packet, interfaceIndex));
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
        Endpoint source = new Endpoint(address, port);
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

    /** Is told that a datagram could not be delivered, with the status that requests know; null where none stands for it. */
    void errorArrived(Endpoint remote, IcmpErrorKind kind, @Nullable NtStatus status) {
        if (status != null) {
            receiver.errorArrived(ArrivedDatagram.failure(remote, status));
        } else if (socket.services().environment().trace().isActive()) {
            socket.services()
                    .environment()
                    .trace()
                    .emit(new DatagramErrorArrived(
                            socket.number(), remote, kind.name(), "no request is told of it (assumption, OQ-118)"));
        }
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
        DatagramTransport open = transport;
        if (open != null) {
            transport = null;
            open.close();
        }
    }

    private ImmutableList<ControlMessage> controlInfo(Packet packet, int interfaceIndex) {
        if (!settings.packetInfo() && !settings.hopLimitInfo()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<ControlMessage> messages = ImmutableList.builder();
        if (settings.packetInfo()) {
            messages.add(new PacketInfo(packet.destination(), interfaceIndex).toControlMessage());
        }
        if (settings.hopLimitInfo()) {
            boolean six = socket.triple().addressFamily() == Ws2def.AF_INET6;
            messages.add(ControlMessage.ofUlong(
                    six ? Ws2def.IPPROTO_IPV6 : Ws2def.IPPROTO_IP,
                    six ? Ws2ipdef.IPV6_HOPLIMIT : Ws2ipdef.IP_TTL,
                    packet.hopLimit()));
        }
        return messages.build();
    }

    private void change(DatagramSettings changed) {
        DatagramTransport bound = transport;
        if (bound != null) {
            bound.configure(changed);
        }
        settings = changed;
    }

    private static DatagramFailure invalid(String reason) {
        return new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, reason);
    }

    private static DatagramFailure notBound() {
        return new DatagramFailure(NtStatus.STATUS_INVALID_DEVICE_STATE, "the socket is not bound");
    }

    private Host host() {
        return socket.services().host();
    }
}
