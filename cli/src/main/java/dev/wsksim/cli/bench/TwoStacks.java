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
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.trace.Trace;
import dev.wsksim.trace.TraceDigest;

/** Two hosts and a link, without WSK: the world in which the network's own speed is measured. */
final class TwoStacks {

    static final Endpoint CLIENT = Endpoint.of("192.0.2.10:49152");
    static final Endpoint SERVER = Endpoint.of("192.0.2.20:7");

    final SimulationLoop loop = new SimulationLoop(Limits.NONE);
    final Trace trace = new Trace(loop);
    final Network network = new Network(loop, trace, new RandomStreams(1));
    final Host client;
    final Host server;
    private final TraceDigest digest = new TraceDigest();

    TwoStacks(boolean digested, TcpParameters tcp, LinkConfiguration link) {
        if (digested) {
            trace.addSink(digest);
        }
        client = network.addHost(host("client", "192.0.2.10").withTcp(tcp));
        server = network.addHost(host("server", "192.0.2.20").withTcp(tcp));
        network.link(client, server, link);
        network.link(server, client, link);
    }

    /** Returns the trace's digest, or, with the trace off, what can be told of the run without it. */
    String digest(String work) {
        return trace.isActive() ? digest.hex() : work + ", " + loop.firedEvents() + " events, " + loop.now();
    }

    private static HostConfiguration host(String name, String address) {
        return HostConfiguration.of(name, HostAddress.parse(address).orElseThrow());
    }
}
