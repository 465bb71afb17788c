package dev.wsksim.net.raw;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.codec.PacketEncoder;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.net.udp.SendRules;
import org.jspecify.annotations.Nullable;

/** A place on a host that gets a copy of each packet of a protocol and can send such packets. */
public final class RawEndpoint {

    private static final int IPV6_HEADER_BYTES = 40;

    final int protocol;
    final IpAddress local;
    final RawUser user;
    boolean broadcastAllowed;
    boolean closed;
    SendRules rules = SendRules.USUAL;
    int multicastInterface;
    private int hopLimit;
    private int multicastHopLimit;
    private boolean hearsBroadcasts = true;
    private boolean multicastLoopback = true;

    private final RawStack stack;
    private @Nullable IpAddress remote;

    RawEndpoint(RawStack stack, int protocol, IpAddress local, RawUser user) {
        this.stack = stack;
        this.protocol = protocol;
        this.local = local;
        this.user = user;
        this.hopLimit = stack.defaultHopLimit();
        this.multicastHopLimit = stack.defaultHopLimit();
    }

    /** Returns the protocol number. */
    public int protocol() {
        return protocol;
    }

    /** Returns the local address, possibly the wildcard. */
    public IpAddress local() {
        return local;
    }

    /** Sets the only remote address that it hears from now on; null for any. */
    public void connect(@Nullable IpAddress newRemote) {
        remote = newRemote;
    }

    /** Sets whether it may send to broadcast addresses (SO_BROADCAST); at first it may not. */
    public void setBroadcastAllowed(boolean allowed) {
        broadcastAllowed = allowed;
    }

    /** Sets the hop limit of packets to one host or to all (IP_TTL, IPV6_UNICAST_HOPS). */
    public void setHopLimit(int limit) {
        hopLimit = limit;
    }

    /** Sets whether it gets what is sent to all hosts (IP_RECEIVE_BROADCAST); at first it does. */
    public void setHearsBroadcasts(boolean hears) {
        hearsBroadcasts = hears;
    }

    /** Sets what holds for everything that it sends with a header made here. */
    public void setRules(SendRules newRules) {
        rules = newRules;
    }

    /** Sets the hop limit of packets to groups (IP_MULTICAST_TTL, IPV6_MULTICAST_HOPS). */
    public void setMulticastHopLimit(int limit) {
        multicastHopLimit = limit;
    }

    /** Sets through which interface packets to groups leave (IP_MULTICAST_IF); 0 for the host's choice. */
    public void setMulticastInterface(int interfaceIndex) {
        multicastInterface = interfaceIndex;
    }

    /** Sets whether it gets packets to groups that its own host sent (IP_MULTICAST_LOOP); at first it does. */
    public void setMulticastLoopback(boolean loopback) {
        multicastLoopback = loopback;
    }

    int hopLimit(IpAddress to) {
        return to.isMulticast() ? multicastHopLimit : hopLimit;
    }

    /**
     * Sends one packet with a header made here.
     *
     * @param data what follows the IP header; of ICMPv6, the checksum is filled in (RFC 3542 section 3.1)
     * @return what forbids it, or null when it was sent
     */
    public @Nullable RawSendFailure sendTo(ByteSlice data, IpAddress address) {
        return stack.send(this, data, address, SendChoices.NONE);
    }

    /**
     * Sends one packet with a header made here, with choices for it alone.
     *
     * @return what forbids it, or null when it was sent
     */
    public @Nullable RawSendFailure sendTo(ByteSlice data, IpAddress address, SendChoices choices) {
        return stack.send(this, data, address, choices);
    }

    /**
     * Sends one packet that begins with its own IP header (IP_HDRINCL, IPV6_HDRINCL), whose lengths and checksums have to
     * be right.
     *
     * @return what forbids it, or null when it was sent
     */
    public @Nullable RawSendFailure sendWithHeader(ByteSlice bytes) {
        return stack.sendWithHeader(this, bytes);
    }

    /**
     * Returns the bytes that a reader gets of a packet: of IPv4 with the IP header, of IPv6 without it (Winsock page
     * "TCP/IP Raw Sockets").
     */
    public static ByteSlice received(Packet packet) {
        byte[] bytes = PacketEncoder.encode(packet, 0);
        int skipped = packet.family() == IpFamily.IPV4 ? 0 : IPV6_HEADER_BYTES;
        return ByteSlice.of(bytes, skipped, bytes.length - skipped);
    }

    /** Receives and sends nothing more. */
    public void close() {
        closed = true;
        stack.closed(this);
    }

    /** Tells whether it is not among the many that get a packet for many, because it does not want to be. */
    boolean isDeafTo(Packet packet, boolean isOwn) {
        return packet.destination().isMulticast() ? isOwn && !multicastLoopback : !hearsBroadcasts;
    }

    boolean hears(Packet packet, boolean isForMany) {
        if (packet.payload().protocol() != protocol || packet.family() != local.family()) {
            return false;
        }
        IpAddress only = remote;
        return (local.isWildcard() || isForMany || local.equals(packet.destination()))
                && (only == null || only.equals(packet.source()));
    }

    @Override
    public String toString() {
        return "protocol " + protocol + " at " + local;
    }
}
