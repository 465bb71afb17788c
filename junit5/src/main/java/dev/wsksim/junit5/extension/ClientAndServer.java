package dev.wsksim.junit5.extension;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.link.LinkConfiguration;

/** Builds the topology of a test that asks for none. */
final class ClientAndServer {
    /** The name of the host without Windows. */
    static final String SERVER = "server";

    private ClientAndServer() {}

    static WindowsHost build(Simulation simulation) {
        WindowsHost client =
                simulation.addWindowsHost(simulation.host("client", address("192.0.2.10"), address("2001:db8::10")));
        Host server =
                simulation.network().addHost(simulation.host(SERVER, address("192.0.2.20"), address("2001:db8::20")));
        LinkConfiguration link = LinkConfiguration.ofLatency(SimDuration.ofMillis(5));
        simulation.network().link(client.net(), server, link);
        simulation.network().link(server, client.net(), link);
        return client;
    }

    private static HostAddress address(String text) {
        return HostAddress.parse(text).orElseThrow();
    }
}
