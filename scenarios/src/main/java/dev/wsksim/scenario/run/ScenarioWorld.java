package dev.wsksim.scenario.run;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.peer.Backlog;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.scenario.model.ConnectOutcome;
import dev.wsksim.scenario.model.ConnectionSpec;
import dev.wsksim.scenario.model.DriverSpec;
import dev.wsksim.scenario.model.HostSpec;
import dev.wsksim.scenario.model.InterfaceStep;
import dev.wsksim.scenario.model.LinkSpec;
import dev.wsksim.scenario.model.NetworkPlace;
import dev.wsksim.scenario.model.PeerData;
import dev.wsksim.scenario.model.PeerSpec;
import dev.wsksim.scenario.model.PeerStep;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.model.TcpPeerSpec;
import dev.wsksim.scenario.model.UdpPeerSpec;
import dev.wsksim.scenario.model.WskPeerSpec;
import dev.wsksim.wsk.provider.WskProviderCharacteristics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The world that a scenario describes: its hosts, links and peers, as simulator objects by the scenario's names. */
final class ScenarioWorld {

    private final Simulation simulation;
    private final ScriptedEnds ends;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, ScriptedPeer> peers = new LinkedHashMap<>();
    private final DatagramPeers datagramPeers;
    private final WskPeers wskPeers;
    private final WorldHosts configurations;
    private final WorldInterfaces interfaces;
    private final IpFamily family;
    private final SourcePosition place;
    private @Nullable WindowsHost driverHost;

    ScenarioWorld(Simulation simulation, Scenario scenario, ScriptedEnds ends) {
        this.simulation = simulation;
        this.ends = ends;
        this.datagramPeers = new DatagramPeers(simulation);
        this.wskPeers = new WskPeers(simulation);
        this.place = scenario.position();
        this.family = family(scenario.family());
        this.configurations = new WorldHosts(simulation, scenario.hosts());
        for (HostSpec host : scenario.hosts()) {
            addHost(host, scenario);
        }
        this.interfaces = new WorldInterfaces(simulation.network());
        for (LinkSpec link : scenario.links()) {
            interfaces.link(link.from().name(), link.to().name(), link.configuration());
        }
        scenario.peers().forEach(this::addPeer);
        scenario.connections().forEach(this::addConnection);
    }

    /** Returns the record that a step is taken which is written at a place. */
    StepTaken taken(SourcePosition position, String what) {
        return new StepTaken(position.fileSeenFrom(place), position.line(), what);
    }

    private void addPeer(PeerSpec spec) {
        Host host = host(spec.host().name());
        if (spec instanceof TcpPeerSpec tcp) {
            peers.put(
                    peerKey(host.name(), tcp.port()),
                    scriptedPeer(host, tcp.port(), tcp.connect(), tcp.data(), tcp.backlog()));
        } else if (spec instanceof UdpPeerSpec udp) {
            datagramPeers.add(host, udp);
        } else if (spec instanceof WskPeerSpec wsk) {
            wskPeers.add(host, wsk);
        } else {
            throw new AssertionError("nobody plays " + spec);
        }
    }

    private void addConnection(ConnectionSpec spec) {
        String to = spec.to().name();
        IpAddress address =
                hasHost(to) ? targetAddress(to).orElseGet(() -> IpAddress.wildcard(family)) : IpAddress.of(to);
        ends.add(spec, host(spec.from().name()), new Endpoint(address, spec.toPort()));
    }

    /** Returns the address that a connection goes to: the first one of the host, be its interface up or down. */
    private Optional<IpAddress> targetAddress(String hostName) {
        return addressOf(hostName, family)
                .or(() -> host(hostName).interfaces().stream()
                        .flatMap(own -> own.addresses().stream())
                        .map(HostAddress::address)
                        .filter(address -> address.family() == family)
                        .findFirst());
    }

    private ScriptedPeer scriptedPeer(
            Host host, int port, List<ConnectOutcome> outcomes, PeerData data, Optional<Backlog> backlog) {
        ScriptedPeer peer = new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                host,
                port,
                PeerOutcomes.of(outcomes, ends),
                ends.behaviour(data),
                backlog);
        ends.observe(peer);
        return peer;
    }

    /** Returns the scripted services of datagrams. */
    DatagramPeers datagramPeers() {
        return datagramPeers;
    }

    /**
     * Returns the address that a place means: a host's first one of the scenario's family.
     *
     * @throws IllegalArgumentException when the host has none
     */
    IpAddress addressOf(NetworkPlace place) {
        return place.address()
                .or(() -> addressOf(place.name().name(), family))
                .orElseThrow(() ->
                        new IllegalArgumentException("host '" + place.name() + "' has no " + family + " address"));
    }

    /**
     * Returns the host that a place means.
     *
     * @throws IllegalArgumentException when no host has the address
     */
    Host hostAt(NetworkPlace place) {
        Optional<IpAddress> address = place.address();
        if (address.isEmpty()) {
            return host(place.name().name());
        }
        return hosts.values().stream()
                .filter(host -> host.owns(address.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no host has the address " + place.name()));
    }

    Simulation simulation() {
        return simulation;
    }

    /** Returns the family that {@code any} and host names mean. */
    IpFamily family() {
        return family;
    }

    /** Returns the driver's host. */
    WindowsHost driverHost() {
        WindowsHost host = driverHost;
        if (host == null) {
            throw new AssertionError("the loader demands that the driver's host exists");
        }
        return host;
    }

    /** Returns a host by its name. */
    Host host(String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new AssertionError("the loader demands that host '" + name + "' exists");
        }
        return host;
    }

    /** Returns the first address of a family that a host has. */
    Optional<IpAddress> addressOf(String hostName, IpFamily wanted) {
        return host(hostName).addresses().stream()
                .map(HostAddress::address)
                .filter(address -> address.family() == wanted)
                .findFirst();
    }

    /** Tells whether there is such a host. */
    boolean hasHost(String name) {
        return hosts.containsKey(name);
    }

    /** Returns the link in one direction, if there is one. */
    Optional<Link> link(String from, String to) {
        return simulation.network().link(from, to);
    }

    /** Lets something happen to an interface. */
    WorldInterfaces.Change change(InterfaceStep step) {
        return interfaces.change(step);
    }

    /** Returns the peer on a host's port; makes one where there was none. */
    ScriptedPeer peer(PeerStep step) {
        String hostName = step.host().name();
        int port = step.port();
        ScriptedPeer existing = peers.get(peerKey(hostName, port));
        if (existing != null) {
            existing.setOutcomes(PeerOutcomes.of(step.connect(), ends));
            step.data().map(ends::behaviour).ifPresent(existing::setBehaviour);
            return existing;
        }
        ScriptedPeer made = scriptedPeer(
                host(hostName), port, step.connect(), step.data().orElse(PeerData.DISCARD), Optional.empty());
        peers.put(peerKey(hostName, port), made);
        return made;
    }

    private void addHost(HostSpec spec, Scenario scenario) {
        HostConfiguration configuration = configurations.configuration(spec);
        Optional<DriverSpec> here =
                scenario.driver().filter(driver -> driver.host().name().equals(spec.name()));
        if (here.isPresent()) {
            WindowsHost windows = simulation.addWindowsHost(
                    configuration,
                    WskProviderCharacteristics.VERSION_1_0,
                    here.get().providerReadyAfter());
            spec.files().forEach(windows.names().files()::put);
            windows.names().resolver().setDns(scenario.dns());
            driverHost = windows;
            hosts.put(spec.name(), windows.net());
        } else {
            hosts.put(spec.name(), simulation.network().addHost(configuration));
        }
    }

    private static String peerKey(String host, int port) {
        return host + ":" + port;
    }

    static IpFamily family(dev.wsksim.scenario.model.IpFamily family) {
        return family == dev.wsksim.scenario.model.IpFamily.IPV6 ? IpFamily.IPV6 : IpFamily.IPV4;
    }
}
