package dev.wsksim.cli.bench;

import dev.wsksim.engine.Limits;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.Network;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceDigest;

/**
 * Two hosts' own UDP, without WSK, that send one datagram of 64 bytes to and fro over an ideal link; one operation is one
 * message, received by the stack of the other host and given to its endpoint.
 */
public final class UdpPingPong implements Workload {

    private static final int DATA_BYTES = 64;

    private final SimulationLoop loop = new SimulationLoop(Limits.NONE);
    private final Trace trace = new Trace(loop);
    private final TraceDigest digest = new TraceDigest();
    private final UdpEndpoint client;
    private final UdpEndpoint server;
    private final ByteSlice data = ByteSlice.of(new byte[DATA_BYTES], 0, DATA_BYTES);
    private long wanted;
    private long messages;
    private long bytes;

    /**
     * Makes the world.
     *
     * @param digested whether every record is built and summed up
     */
    public UdpPingPong(boolean digested) {
        if (digested) {
            trace.addSink(digest);
        }
        Network network = new Network(loop, trace, new RandomStreams(1));
        Host clientHost = network.addHost(host("client", "192.0.2.10"));
        Host serverHost = network.addHost(host("server", "192.0.2.20"));
        network.link(clientHost, serverHost, LinkConfiguration.IDEAL);
        network.link(serverHost, clientHost, LinkConfiguration.IDEAL);
        UdpUser answering = new UdpUser() {
            @Override
            public boolean datagramArrived(UdpEndpoint endpoint, Packet packet, UdpDatagram datagram) {
                messages++;
                bytes += datagram.data().length();
                if (messages < wanted) {
                    endpoint.sendTo(datagram.data(), packet.source(), datagram.sourcePort());
                }
                return true;
            }
        };
        client = clientHost.udp().bind(Endpoint.of("192.0.2.10:49152"), answering);
        server = serverHost.udp().bind(Endpoint.of("192.0.2.20:7"), answering);
    }

    @Override
    public long run(long operations) {
        wanted = messages + operations;
        client.sendTo(data, server.local().address(), server.local().port());
        loop.run();
        return operations;
    }

    /** Returns the trace's digest, or, with the trace off, what can be told of the run without it. */
    @Override
    public String digest() {
        return trace.isActive()
                ? digest.hex()
                : messages + " messages, " + bytes + " bytes, " + loop.firedEvents() + " events, " + loop.now();
    }

    private static HostConfiguration host(String name, String address) {
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow());
    }
}
