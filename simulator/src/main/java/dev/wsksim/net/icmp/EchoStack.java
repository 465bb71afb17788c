package dev.wsksim.net.icmp;

import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpEcho;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.udp.DatagramIpLayer;
import dev.wsksim.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One host's echo service and echo client, ICMP and ICMPv6 (RFC 792, RFC 1122 section 3.2.2.6, RFC 4443 section 4).
 *
 * <p>Every request to an address of the host is answered, however many there are; a request to all or to a group is not
 * (RFC 1122 allows either; Windows does not answer broadcasts). Assumption: as ping of Windows does it, all requests have
 * the identifier 1 and the host numbers them in their order.
 */
public final class EchoStack {

    private static final int IDENTIFIER = 1;
    private static final int SEQUENCE_MASK = 0xFFFF;
    private static final int MAX_LENGTH = 0xFFFF;
    /** The header of IPv4, which its total length counts (RFC 791 section 3.1); that of IPv6 does not count its own. */
    private static final int HEADER_BYTES_4 = 20;

    private final SimulationLoop loop;
    private final Trace trace;
    private final DatagramIpLayer ip;
    private final List<Ping> open = new ArrayList<>(0);
    private int lastSequence;

    /** Makes the echo service of a host. */
    public EchoStack(SimulationLoop loop, Trace trace, DatagramIpLayer ip) {
        this.loop = loop;
        this.trace = trace;
        this.ip = ip;
    }

    /**
     * Sends an echo request and waits for what comes of it. Where no route leads to the remote end, nothing is sent and the
     * user is told at once; otherwise in a later event.
     *
     * @param remote whom to ask
     * @param data what the reply has to bring back; shared, not copied
     * @param hopLimit how many hops the request may make
     * @param timeoutNanos how long to wait for a reply
     * @throws IllegalArgumentException when there is more data than a packet has room for
     * @throws IllegalStateException when the host is not running
     */
    public Ping ping(IpAddress remote, ByteSlice data, int hopLimit, long timeoutNanos, PingUser user) {
        if (!ip.isRunning()) {
            throw new IllegalStateException("host " + ip.name() + " is not running");
        }
        int most = maxData(remote.family());
        if (data.length() > most) {
            throw new IllegalArgumentException(
                    "a ping over " + remote.family() + " has at most " + most + " bytes of data, not " + data.length());
        }
        lastSequence = lastSequence + 1 & SEQUENCE_MASK;
        Ping ping = new Ping(this, remote, lastSequence, data, loop.nowNanos(), user);
        IpAddress source = ip.chooseSource(remote);
        if (source == null) {
            ping.end(PingOutcome.NO_ROUTE, null, loop.nowNanos());
            return ping;
        }
        open.add(ping);
        ping.timer = loop.schedule(timeoutNanos, ping);
        IcmpEcho request = IcmpEcho.request(remote.family(), IDENTIFIER, lastSequence, data);
        ip.send(new Packet(source, remote, hopLimit, request));
        return ping;
    }

    /** Returns how many bytes of data an echo request has at most: its IP header counts lengths in 16 bits. */
    static int maxData(IpFamily family) {
        return MAX_LENGTH - IcmpMessage.HEADER_BYTES - (family == IpFamily.IPV4 ? HEADER_BYTES_4 : 0);
    }

    /** Takes an echo request or reply that came for this host. */
    public void echoArrived(Packet packet, IcmpEcho message) {
        if (message.isReply()) {
            replyArrived(packet, message);
            return;
        }
        IpAddress asked = packet.destination();
        IpAddress asker = packet.source();
        if (ip.isOneHost(asked) && ip.isOneHost(asker)) {
            ip.send(new Packet(asked, asker, ip.defaultHopLimit(), message.reply()));
        }
    }

    private void replyArrived(Packet packet, IcmpEcho reply) {
        for (int i = 0; i < open.size(); i++) {
            Ping ping = open.get(i);
            if (ping.isAnsweredBy(reply) && reply.identifier() == IDENTIFIER) {
                end(ping, PingOutcome.REPLY, packet.source());
                return;
            }
        }
    }

    /** Takes an ICMP error that quotes a packet of this host. */
    public void icmpErrorArrived(IcmpError error) {
        IcmpEcho request = quotedEcho(error.offending());
        if (request == null || request.isReply()) {
            return;
        }
        for (int i = 0; i < open.size(); i++) {
            Ping ping = open.get(i);
            if (ping.isRequest(request) && request.identifier() == IDENTIFIER) {
                ping.setError(error.kind());
                end(ping, PingOutcome.ERROR, null);
                return;
            }
        }
    }

    /** Returns the echo that an error is about, or null; of one in fragments, the first fragment tells the numbers. */
    private static @Nullable IcmpEcho quotedEcho(Packet quoted) {
        IpFamily family = quoted.family();
        if (quoted.payload() instanceof IpFragment fragment
                && fragment.carriedProtocol() == IcmpMessage.protocol(family)
                && fragment.offset() == 0
                && fragment.data().length() >= IcmpMessage.HEADER_BYTES) {
            ByteSlice bytes = fragment.data();
            boolean isRequest = (bytes.at(0) & 0xFF) == IcmpEcho.type(family, false);
            int identifier = bytes.unsigned16At(Integer.BYTES);
            int sequence = bytes.unsigned16At(Integer.BYTES + Short.BYTES);
            return isRequest ? IcmpEcho.request(family, identifier, sequence, ByteSlice.EMPTY) : null;
        }
        return quoted.payload() instanceof IcmpEcho echo ? echo : null;
    }

    void timedOut(Ping ping) {
        end(ping, PingOutcome.TIMED_OUT, null);
    }

    private void end(Ping ping, PingOutcome outcome, @Nullable IpAddress from) {
        open.remove(ping);
        loop.cancel(ping.timer);
        if (trace.isActive()) {
            trace.emit(new PingEnded(ip.name(), ping.remote(), ping.sequence(), outcome.toString()));
        }
        ping.end(outcome, from, loop.nowNanos());
    }

    /** Forgets all requests that wait, without a word, as a host that crashes does. */
    public void crash() {
        open.forEach(ping -> loop.cancel(ping.timer));
        open.clear();
    }
}
