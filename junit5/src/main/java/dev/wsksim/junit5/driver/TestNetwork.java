package dev.wsksim.junit5.driver;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.DatagramReaction;
import dev.wsksim.net.peer.ScriptedClient;
import dev.wsksim.net.peer.ScriptedDatagramPeer;
import dev.wsksim.net.peer.ScriptedPeer;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the hosts, links and peers of a simulation, a line each.
 *
 * @param simulation the simulation
 */
public record TestNetwork(Simulation simulation) {

    /** Adds the host on which the driver under test runs, with these addresses. */
    public WindowsHost windows(String name, String... addresses) {
        return simulation.addWindowsHost(simulation.host(name, parse(addresses)));
    }

    /** Adds another host, with these addresses. */
    public Host host(String name, String... addresses) {
        return simulation.network().addHost(simulation.host(name, parse(addresses)));
    }

    /** Links two hosts in both directions, each with this latency, such as {@code 5ms}. */
    public void link(String one, String other, String latency) {
        link(one, other, LinkConfiguration.ofLatency(TimeText.duration(latency)));
    }

    /** Links two hosts in both directions, under the same conditions. */
    public void link(String one, String other, LinkConfiguration conditions) {
        linkOneWay(one, other, conditions);
        linkOneWay(other, one, conditions);
    }

    /** Links two hosts in one direction. */
    public void linkOneWay(String from, String to, LinkConfiguration conditions) {
        simulation.network().link(find(from), find(to), conditions);
    }

    /** Has a host accept connections at a TCP port, and behave like this on them. */
    public ScriptedPeer accepting(String host, int port, Behaviour behaviour) {
        return peer(host, port, behaviour, new ConnectOutcome.Accept(TimeText.duration("0s")));
    }

    /** Has a host send back, at a TCP port, all that it gets. */
    public ScriptedPeer echoing(String host, int port) {
        return accepting(host, port, new Behaviour.Echo());
    }

    /** Has a host answer connection attempts at a TCP port, one after the other, the last outcome for all that follow. */
    public ScriptedPeer peer(String host, int port, Behaviour behaviour, ConnectOutcome... outcomes) {
        return new ScriptedPeer(simulation.loop(), simulation.trace(), find(host), port, List.of(outcomes), behaviour);
    }

    /** Has a host react to datagrams at a UDP port, one after the other, the last reaction for all that follow. */
    public ScriptedDatagramPeer datagramPeer(String host, int port, DatagramReaction... reactions) {
        return new ScriptedDatagramPeer(simulation.loop(), simulation.trace(), find(host), port, List.of(reactions));
    }

    /** Has a host connect to an address at an instant, such as {@code 10ms}, and behave like this. */
    public ScriptedClient connecting(String host, String remote, String instant, Behaviour behaviour) {
        ScriptedClient client =
                new ScriptedClient(simulation.loop(), simulation.trace(), find(host), Endpoint.of(remote), behaviour);
        client.connectAt(TimeText.instant(instant));
        return client;
    }

    /**
     * Returns a host by its name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Host find(String name) {
        return simulation
                .network()
                .host(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no host '" + name + "', only "
                        + simulation.network().hosts().stream().map(Host::name).toList()));
    }

    private static HostAddress[] parse(String... addresses) {
        return Arrays.stream(addresses)
                .map(text -> HostAddress.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address")))
                .toArray(HostAddress[]::new);
    }
}
