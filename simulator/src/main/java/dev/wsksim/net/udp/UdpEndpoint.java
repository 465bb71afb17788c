package dev.wsksim.net.udp;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on a host from which datagrams are sent and to which they come.
 *
 * <p>As Windows does it, an endpoint gets the packets of a group only when it joined the group itself, and whether it gets
 * those which its own host sent is its own choice ({@link #setMulticastLoopback}), not the sender's (Winsock page "IP
 * Multicast").
 */
public final class UdpEndpoint {

    /** How many bytes of data wait at most to be received, unless set otherwise. Assumption: 64 KiB. */
    public static final int DEFAULT_RECEIVE_BUFFER = 65_536;
    /** The hop limit of packets to groups, unless set otherwise (RFC 1112 section 6.1). */
    public static final int DEFAULT_MULTICAST_HOP_LIMIT = 1;

    private static final int MAX_HOP_LIMIT = 255;
    private static final int CONNECTED_SCORE = 2;

    final int localPort;
    final IpAddress localAddress;
    final boolean shared;
    final UdpUser user;
    final ReceiveQueue queue = new ReceiveQueue();

    @Nullable
    UdpEndpoint nextInBucket;

    int receiveBuffer = DEFAULT_RECEIVE_BUFFER;
    boolean broadcastAllowed;
    boolean multicastLoopback = true;
    boolean checksummed = true;
    int hopLimit;
    int multicastHopLimit = DEFAULT_MULTICAST_HOP_LIMIT;
    int multicastInterface;
    boolean hearsBroadcasts = true;
    SendRules rules = SendRules.USUAL;
    boolean closed;

    private final UdpStack stack;
    private final Endpoint local;
    private final List<Membership> memberships = new ArrayList<>(0);
    private @Nullable Endpoint remote;

    UdpEndpoint(UdpStack stack, Endpoint local, boolean shared, UdpUser user) {
        this.stack = stack;
        this.local = local;
        this.localAddress = local.address();
        this.localPort = local.port();
        this.hopLimit = stack.defaultHopLimit();
        this.shared = shared;
        this.user = user;
    }

    /** Returns where it is bound; the address may be the wildcard of its family or a group. */
    public Endpoint local() {
        return local;
    }

    /** Returns who is told what comes to it. */
    public UdpUser user() {
        return user;
    }

    /** Returns the only remote end that it hears and to which it sends by default; null without one. */
    public @Nullable Endpoint remote() {
        return remote;
    }

    /** Returns the groups that it joined, in that order; one that it joined at two interfaces twice. */
    public ImmutableList<IpAddress> groups() {
        return memberships.stream().map(Membership::group).collect(ImmutableList.toImmutableList());
    }

    private record Membership(IpAddress group, int interfaceIndex) {}

    /** Sets the only remote end that it hears from now on, to which it sends by default; null for none. */
    public void connect(@Nullable Endpoint newRemote) {
        if (newRemote != null && newRemote.address().family() != localAddress.family()) {
            throw new IllegalArgumentException(newRemote + " is of another family than " + local);
        }
        remote = newRemote;
    }

    /**
     * Sends a datagram to the remote end that was set.
     *
     * @return what forbids it, or null when it was sent
     */
    public @Nullable UdpSendFailure send(ByteSlice data) {
        Endpoint to = remote;
        return to == null
                ? UdpSendFailure.NOT_CONNECTED
                : stack.send(this, data, to.address(), to.port(), SendChoices.NONE);
    }

    /**
     * Sends a datagram; the data is shared, not copied.
     *
     * @return what forbids it, or null when it was sent
     */
    public @Nullable UdpSendFailure sendTo(ByteSlice data, IpAddress address, int port) {
        return stack.send(this, data, address, port, SendChoices.NONE);
    }

    /**
     * Sends a datagram with choices for it alone; the data is shared, not copied.
     *
     * @return what forbids it, or null when it was sent
     */
    public @Nullable UdpSendFailure sendTo(ByteSlice data, IpAddress address, int port, SendChoices choices) {
        return stack.send(this, data, address, port, choices);
    }

    /** Takes the datagram that has waited longest, or returns null. */
    public @Nullable ReceivedDatagram receive() {
        return queue.poll();
    }

    /** Returns how many datagrams wait. */
    public int waiting() {
        return queue.count();
    }

    /** Returns how many bytes of data wait; a datagram without data counts one. */
    public long waitingBytes() {
        return queue.bytes();
    }

    /** Sets how many bytes of data wait at most (SO_RCVBUF); what waits already stays. */
    public void setReceiveBuffer(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a receive buffer cannot have " + bytes + " bytes");
        }
        receiveBuffer = bytes;
    }

    /** Sets whether it may send to broadcast addresses (SO_BROADCAST); at first it may not. */
    public void setBroadcastAllowed(boolean allowed) {
        broadcastAllowed = allowed;
    }

    /** Sets whether it gets packets to its groups that its own host sent (IP_MULTICAST_LOOP); at first it does. */
    public void setMulticastLoopback(boolean loopback) {
        multicastLoopback = loopback;
    }

    /**
     * Sets whether what it sends has a checksum (UDP_NOCHECKSUM); at first it has.
     *
     * @throws IllegalArgumentException for none over IPv6, which needs it (RFC 8200 section 8.1)
     */
    public void setChecksummed(boolean newChecksummed) {
        if (!newChecksummed && localAddress.family() == IpFamily.IPV6) {
            throw new IllegalArgumentException("UDP over IPv6 needs a checksum");
        }
        checksummed = newChecksummed;
    }

    /** Sets the hop limit of packets to one host or to all (IP_TTL, IPV6_UNICAST_HOPS), from 1 to 255 (RFC 1122 section 3.2.1.7). */
    public void setHopLimit(int limit) {
        hopLimit = checkedHopLimit(limit, 1);
    }

    /** Sets the hop limit of packets to groups (IP_MULTICAST_TTL, IPV6_MULTICAST_HOPS), from 0 to 255. */
    public void setMulticastHopLimit(int limit) {
        multicastHopLimit = checkedHopLimit(limit, 0);
    }

    private static int checkedHopLimit(int limit, int least) {
        if (limit < least || limit > MAX_HOP_LIMIT) {
            throw new IllegalArgumentException("this hop limit is from " + least + " to 255, not " + limit);
        }
        return limit;
    }

    /** Sets whether it gets what is sent to all hosts (IP_RECEIVE_BROADCAST); at first it does. */
    public void setHearsBroadcasts(boolean hears) {
        hearsBroadcasts = hears;
    }

    /** Sets what holds for everything that it sends. */
    public void setRules(SendRules newRules) {
        rules = newRules;
    }

    /**
     * Sets through which interface packets to groups leave (IP_MULTICAST_IF); at first the host chooses.
     *
     * @param interfaceIndex the index of the interface; 0 for the host's choice
     */
    public void setMulticastInterface(int interfaceIndex) {
        multicastInterface = interfaceIndex;
    }

    /** Joins a group at the host's usual interface: packets to it that come there come here from now on. */
    public void join(IpAddress group) {
        join(group, stack.usualInterface());
    }

    /**
     * Joins a group at an interface: packets to it that come there come here from now on.
     *
     * @throws IllegalArgumentException when the address is no group of the endpoint's family, or no group can be joined
     *     there
     * @throws IllegalStateException when it was joined already
     */
    public void join(IpAddress group, int interfaceIndex) {
        if (!group.isMulticast() || group.family() != localAddress.family()) {
            throw new IllegalArgumentException(group + " is no group for " + local);
        }
        Membership membership = new Membership(group, interfaceIndex);
        if (memberships.contains(membership)) {
            throw new IllegalStateException(local + " has joined " + group + " already");
        }
        stack.joined(group, interfaceIndex);
        memberships.add(membership);
    }

    /** Leaves a group at the interface at which it was joined first. */
    public void leave(IpAddress group) {
        leave(
                group,
                memberships.stream()
                        .filter(membership -> membership.group().equals(group))
                        .findFirst()
                        .map(Membership::interfaceIndex)
                        .orElseGet(stack::usualInterface));
    }

    /**
     * Leaves a group at an interface.
     *
     * @throws IllegalStateException when it was not joined there
     */
    public void leave(IpAddress group, int interfaceIndex) {
        if (!memberships.remove(new Membership(group, interfaceIndex))) {
            throw new IllegalStateException(local + " has not joined " + group);
        }
        stack.left(group, interfaceIndex);
    }

    /** Leaves all groups and receives and sends nothing more; what waits is lost. Does nothing the second time. */
    public void close() {
        if (!closed) {
            closed = true;
            ImmutableList.copyOf(memberships)
                    .forEach(membership -> leave(membership.group(), membership.interfaceIndex()));
            queue.clear();
            stack.closed(this);
        }
    }

    /** Tells whether it joined a group at an interface; what comes back through loopback may be of any. */
    boolean isIn(IpAddress group, int interfaceIndex) {
        for (int i = 0; i < memberships.size(); i++) {
            Membership membership = memberships.get(i);
            if (membership.group().equals(group)
                    && (membership.interfaceIndex() == interfaceIndex
                            || interfaceIndex == DatagramIpLayer.LOOPBACK_INTERFACE)) {
                return true;
            }
        }
        return false;
    }

    /** Returns how well it fits a datagram to one host and to its port; 0 where it does not. */
    int unicastScore(IpAddress to, IpAddress from, int fromPort) {
        int score;
        if (localAddress.isWildcard()) {
            score = localAddress.family() == to.family() ? 1 : 0;
        } else {
            score = localAddress.equals(to) ? 2 : 0;
        }
        Endpoint only = remote;
        if (only == null || score == 0) {
            return score;
        }
        return only.port() == fromPort && only.address().equals(from) ? score + CONNECTED_SCORE : 0;
    }

    /** Tells whether a remote end is the one that it hears, or it hears all. */
    boolean hears(Packet packet, UdpDatagram datagram) {
        Endpoint only = remote;
        return only == null
                || (only.port() == datagram.sourcePort() && only.address().equals(packet.source()));
    }

    @Override
    public String toString() {
        return local + (remote == null ? "" : " to " + remote);
    }
}
