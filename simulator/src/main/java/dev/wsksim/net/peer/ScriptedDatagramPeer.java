package dev.wsksim.net.peer;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.trace.Trace;
import java.util.List;

/**
 * A service at one UDP port of a host, for both families, that reacts to datagrams as its script says: each takes the next
 * reaction, and the last one stays. What it still owes when its host crashes is never sent.
 */
public final class ScriptedDatagramPeer implements UdpUser {

    private static final int FIRST_CHARACTER = ' ';
    private static final int CHARACTERS = 95;
    private static final int LINE_CHARACTERS = 72;

    private final SimulationLoop loop;
    private final Trace trace;
    private final Host host;
    private final int port;
    private final ImmutableList<DatagramReaction> reactions;
    private final UdpEndpoint endpoint4;
    private final UdpEndpoint endpoint6;
    private int nextReaction;
    private int nextLine;
    private long datagrams;

    /**
     * Makes a service and binds it.
     *
     * @param port its port, from 1 to 65535
     * @param reactions what becomes of the datagrams in their order, at least one
     * @throws IllegalStateException when the port is taken
     */
    public ScriptedDatagramPeer(
            SimulationLoop loop, Trace trace, Host host, int port, List<DatagramReaction> reactions) {
        if (reactions.isEmpty()) {
            throw new IllegalArgumentException("a scripted service needs at least one reaction");
        }
        this.loop = loop;
        this.trace = trace;
        this.host = host;
        this.port = port;
        this.reactions = ImmutableList.copyOf(reactions);
        endpoint4 = host.udp().bind(new Endpoint(IpAddress.wildcard(IpFamily.IPV4), port), this);
        endpoint6 = host.udp().bind(new Endpoint(IpAddress.wildcard(IpFamily.IPV6), port), this);
        endpoint4.setBroadcastAllowed(true);
    }

    /** Returns its endpoint of a family. */
    public UdpEndpoint endpoint(IpFamily family) {
        return family == IpFamily.IPV4 ? endpoint4 : endpoint6;
    }

    @Override
    public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
        DatagramReaction reaction = reactions.get(nextReaction);
        nextReaction = Math.min(nextReaction + 1, reactions.size() - 1);
        datagrams++;
        if (trace.isActive()) {
            Endpoint remote = new Endpoint(packet.source(), datagram.sourcePort());
            trace.emit(new DatagramTaken(host.name(), port, remote, datagrams, reaction.toString()));
        }
        long delay = reaction.after().nanos();
        if (delay == 0) {
            react(reaction, endpoint, packet, datagram);
        } else {
            long crashes = host.udp().crashes();
            loop.schedule(delay, () -> {
                if (crashes == host.udp().crashes()) {
                    react(reaction, endpoint, packet, datagram);
                }
            });
        }
        return true;
    }

    private void react(DatagramReaction reaction, UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
        if (reaction instanceof DatagramReaction.Echo) {
            answer(endpoint, packet, datagram, datagram.data());
        } else if (reaction instanceof DatagramReaction.Chargen) {
            answer(endpoint, packet, datagram, nextLine());
        } else if (reaction instanceof DatagramReaction.Answer answer) {
            answer(endpoint, packet, datagram, answer.data());
        } else if (reaction instanceof DatagramReaction.Unreachable unreachable) {
            host.report(IcmpError.about(packet, unreachable.kind().error()));
        }
    }

    private static void answer(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram, ByteSlice data) {
        endpoint.sendTo(data, packet.source(), datagram.sourcePort());
    }

    /** The printable characters in a ring, each line beginning one further than the line before (RFC 864). */
    private ByteSlice nextLine() {
        byte[] line = new byte[LINE_CHARACTERS + 2];
        for (int i = 0; i < LINE_CHARACTERS; i++) {
            line[i] = (byte) (FIRST_CHARACTER + (nextLine + i) % CHARACTERS);
        }
        line[LINE_CHARACTERS] = '\r';
        line[LINE_CHARACTERS + 1] = '\n';
        nextLine = (nextLine + 1) % CHARACTERS;
        return ByteSlice.of(line, 0, line.length);
    }
}
