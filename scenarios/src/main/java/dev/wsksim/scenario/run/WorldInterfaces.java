package dev.wsksim.scenario.run;

import dev.wsksim.net.Network;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.host.NetworkInterface;
import dev.wsksim.net.link.LinkConfiguration;
import dev.wsksim.scenario.model.InterfaceStep;
import java.util.Optional;

/** The interfaces of a scenario's hosts by the names that it writes: {@code client}, or {@code client.wifi}. */
final class WorldInterfaces {

    private final Network network;

    WorldInterfaces(Network network) {
        this.network = network;
    }

    /** Makes one direction of a link, named as it is written. */
    void link(String from, String to, LinkConfiguration conditions) {
        Optional<Host> fromHost = network.host(from);
        Optional<Host> toHost = network.host(to);
        NetworkInterface out = fromHost.isPresent() ? fromHost.get().interfaceTowards(host(to)) : named(from);
        NetworkInterface in = toHost.isPresent() ? toHost.get().interfaceTowards(host(from)) : named(to);
        network.link(from, out, to, in, conditions);
    }

    /** Lets something happen to an interface; returns what forbids it, if anything. */
    Optional<String> change(InterfaceStep step) {
        String name = step.networkInterface().name();
        Optional<Host> several =
                network.host(name).filter(host -> host.interfaces().size() > 1);
        if (several.isPresent()) {
            return Optional.of("host '" + name + "' has several interfaces: say which, as in "
                    + several.get().interfaces().get(0));
        }
        NetworkInterface own =
                network.host(name).map(host -> host.interfaces().get(0)).orElseGet(() -> named(name));
        switch (step.action()) {
            case DOWN -> own.setUp(false);
            case UP -> own.setUp(true);
            case ADD_ADDRESS -> {
                return add(own, WorldHosts.address(step.address().orElseThrow()));
            }
            case REMOVE_ADDRESS -> {
                return remove(
                        own, WorldHosts.address(step.address().orElseThrow()).address());
            }
        }
        return Optional.empty();
    }

    private Optional<String> add(NetworkInterface own, HostAddress address) {
        for (Host host : network.hosts()) {
            for (NetworkInterface other : host.interfaces()) {
                if (other.has(address.address())) {
                    return Optional.of("interface " + other + " has the address " + address.address() + " already");
                }
            }
        }
        own.addAddress(address);
        return Optional.empty();
    }

    private static Optional<String> remove(NetworkInterface own, IpAddress address) {
        if (!own.has(address)) {
            return Optional.of("interface " + own + " has no address " + address);
        }
        own.removeAddress(address);
        return Optional.empty();
    }

    private Host host(String name) {
        return network.host(name).orElseGet(() -> named(name).host());
    }

    private NetworkInterface named(String name) {
        int dot = name.lastIndexOf('.');
        return network.host(name.substring(0, dot))
                .orElseThrow(() -> new AssertionError("the loader demands that '" + name + "' exists"))
                .networkInterface(name.substring(dot + 1));
    }
}
