package dev.wsksim.net;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.link.Link;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.net.link.LinkEnvironment;
import dev.wsksim.net.link.Partitions;
import dev.wsksim.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts of a simulation and the links between them.
 *
 * <p>Links lead from one host straight to another; a host reaches the hosts that it has links to. Routers between them
 * are not simulated yet.
 */
public final class Network {

    private final SimulationLoop loop;
    private final Trace trace;
    private final RandomStreams randoms;
    private final LinkEnvironment environment;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();

    /**
     * Makes a network without hosts, in which everything happens on this loop and every host and link draws from its
     * own stream.
     */
    public Network(SimulationLoop loop, Trace trace, RandomStreams randoms) {
        this.loop = loop;
        this.trace = trace;
        this.randoms = randoms;
        this.environment = LinkEnvironment.of(loop, trace, randoms);
    }

    /**
     * Adds a running host.
     *
     * @throws IllegalArgumentException when the name, or one of the addresses, is taken by another host
     */
    public Host addHost(HostConfiguration configuration) {
        if (hosts.containsKey(configuration.name())) {
            throw new IllegalArgumentException("there is a host named " + configuration.name() + " already");
        }
        configuration
                .addresses()
                .forEach(address -> ownerOf(address.address()).ifPresent(owner -> {
                    throw new IllegalArgumentException(
                            "host " + owner + " has the address " + address.address() + " already");
                }));
        Host host = new Host(configuration, loop, trace, randoms, environment);
        hosts.put(host.name(), host);
        return host;
    }

    /** Returns the host with this name, if there is one. */
    public Optional<Host> host(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    /** Returns all hosts in the order in which they were added. */
    public ImmutableList<Host> hosts() {
        return ImmutableList.copyOf(hosts.values());
    }

    /**
     * Makes one direction of a link.
     *
     * @throws IllegalArgumentException when both hosts are the same, or this direction exists
     */
    public Link link(Host from, Host to, LinkConfiguration configuration) {
        String name = from.name() + " > " + to.name();
        if (from == to || links.containsKey(name)) {
            throw new IllegalArgumentException("there is a link " + name + " already");
        }
        Link link = new Link(environment, from, to, configuration);
        links.put(name, link);
        from.attach(link);
        return link;
    }

    /** Returns one direction of a link, if it was made. */
    public Optional<Link> link(Host from, Host to) {
        return Optional.ofNullable(links.get(from.name() + " > " + to.name()));
    }

    /** Returns all links in the order in which they were made. */
    public ImmutableList<Link> links() {
        return ImmutableList.copyOf(links.values());
    }

    /** Returns the partitions that divide the network. */
    public Partitions partitions() {
        return environment.partitions();
    }

    private Optional<Host> ownerOf(IpAddress address) {
        return hosts.values().stream()
                .filter(host -> !address.isLoopback() && host.owns(address))
                .findFirst();
    }
}
