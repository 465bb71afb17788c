package dev.wsksim.scenario.run;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.net.host.Host;
import dev.wsksim.scenario.model.WskPeerSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The peers that are WSK hosts themselves: one Windows and one driver a host, one listening socket a port. */
final class WskPeers {

    private final Simulation simulation;
    private final Map<String, WskServer> servers = new LinkedHashMap<>();

    WskPeers(Simulation simulation) {
        this.simulation = simulation;
    }

    void add(Host host, WskPeerSpec spec) {
        servers.computeIfAbsent(host.name(), unused -> server(host)).listen(spec.port(), spec.service());
    }

    private WskServer server(Host host) {
        WindowsHost windows = simulation.runWindowsUnseen(host);
        return new WskServer(windows);
    }
}
