package dev.wsksim.cli.bench;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.Limits;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.tcp.TcpParameters;
import dev.wsksim.trace.TraceDigest;

/** Two Windows hosts with a driver each, and a link: the world in which WSK's own speed is measured. */
final class TwoWindows {

    static final Endpoint SERVER = Endpoint.of("192.0.2.20:7");

    private static final int CLIENT_ADDRESSES = 20;

    final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT.withLimits(Limits.NONE));
    final BenchDriver client;
    final BenchDriver server;
    private final TraceDigest digest = new TraceDigest();

    TwoWindows(boolean digested, TcpParameters tcp, LinkConfiguration link) {
        if (digested) {
            simulation.trace().addSink(digest);
        }
        WindowsHost one = simulation.addWindowsHost(clientHost().withTcp(tcp));
        WindowsHost other = simulation.addWindowsHost(
                HostConfiguration.of("server", HostAddress.parse("192.0.2.20").orElseThrow())
                        .withTcp(tcp));
        simulation.network().link(one.net(), other.net(), link);
        simulation.network().link(other.net(), one.net(), link);
        client = new BenchDriver(simulation.loop(), one);
        server = new BenchDriver(simulation.loop(), other);
    }

    /** Returns the trace's digest, or, with the trace off, what can be told of the run without it. */
    String digest(String work) {
        return simulation.trace().isActive()
                ? digest.hex()
                : work + ", " + simulation.loop().firedEvents() + " events, "
                        + simulation.loop().now();
    }

    /** Returns one of the client's addresses. */
    static String clientAddress(int number) {
        return "192.0.2." + (100 + number);
    }

    /** A host with so many addresses that a million connections find a local port. */
    private static HostConfiguration clientHost() {
        HostAddress[] addresses = new HostAddress[CLIENT_ADDRESSES];
        for (int i = 0; i < CLIENT_ADDRESSES; i++) {
            addresses[i] = HostAddress.parse(clientAddress(i)).orElseThrow();
        }
        return HostConfiguration.of("client", addresses);
    }
}
