package dev.wsksim.net;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostConfiguration;
import dev.wsksim.net.host.NetworkInterface;
import dev.wsksim.net.host.Topology;
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
 * <p>A link leads from an interface of one host to one of another. A segment, such as a switch makes it, is a link from
 * each of its interfaces to each other.
 */
public final class Network {

    private final SimulationLoop loop;
    private final Trace trace;
    private final RandomStreams randoms;
    private final LinkEnvironment environment;
    private final Topology topology = new Topology();
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
        Host host = new Host(configuration, loop, trace, randoms, environment, topology);
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
     * Makes one direction of a link between two hosts. Of their interfaces it takes the first two of which one has an
     * address within an on-link prefix of the other, or else the first of each.
     *
     * @throws IllegalArgumentException when both hosts are the same, or this direction exists
     */
    public Link link(Host from, Host to, LinkConfiguration configuration) {
        return link(from.interfaceTowards(to), to.interfaceTowards(from), configuration);
    }

    /**
     * Makes one direction of a link between two interfaces. It is named after the hosts, or, where these have a link
     * already, after hosts and interfaces.
     *
     * @throws IllegalArgumentException when both are of the same host, or this direction exists
     */
    public Link link(NetworkInterface from, NetworkInterface to, LinkConfiguration configuration) {
        String fromName = from.host().name();
        String toName = to.host().name();
        if (from.host() == to.host() || from.isLinkedTo(to)) {
            throw new IllegalArgumentException("there is a link " + fromName + " > " + toName + " already");
        }
        if (links.containsKey(fromName + " > " + toName)) {
            fromName = from.toString();
            toName = to.toString();
        }
        return link(fromName, from, toName, to, configuration);
    }

    /**
     * Makes one direction of a link between two interfaces, with the names by which scenarios and traces know its ends.
     *
     * @throws IllegalArgumentException when there is a link with these names
     */
    public Link link(
            String fromName,
            NetworkInterface from,
            String toName,
            NetworkInterface to,
            LinkConfiguration configuration) {
        String name = fromName + " > " + toName;
        if (links.containsKey(name)) {
            throw new IllegalArgumentException("there is a link " + name + " already");
        }
        Link link = new Link(environment, from.asLinkEnd(fromName), to.asLinkEnd(toName), configuration);
        links.put(name, link);
        from.attach(link, to);
        return link;
    }

    /**
     * Makes a segment: links from each interface to each other.
     *
     * @param attachments the interfaces, with the conditions that what each of them sends meets
     */
    public void segment(ImmutableMap<NetworkInterface, LinkConfiguration> attachments) {
        attachments.forEach((from, conditions) ->
                attachments.keySet().stream().filter(to -> to != from).forEach(to -> link(from, to, conditions)));
    }

    /** Returns one direction of a link, if it was made. */
    public Optional<Link> link(Host from, Host to) {
        return link(from.name(), to.name());
    }

    /** Returns the direction of a link whose ends have these names, if it was made. */
    public Optional<Link> link(String fromName, String toName) {
        return Optional.ofNullable(links.get(fromName + " > " + toName));
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
