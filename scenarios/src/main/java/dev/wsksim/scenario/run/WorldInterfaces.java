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

    /**
     * What came of a step.
     *
     * @param problem what forbids it, if anything
     * @param unchanged whether the interface is up, where it was so before the step was to make it so
     */
    record Change(Optional<String> problem, Optional<Boolean> unchanged) {
        private static Change unless(Optional<String> problem) {
            return new Change(problem, Optional.empty());
        }
    }

    /** Lets something happen to an interface. */
    Change change(InterfaceStep step) {
        String name = step.networkInterface().name();
        Optional<Host> several =
                network.host(name).filter(host -> host.interfaces().size() > 1);
        if (several.isPresent()) {
            return Change.unless(Optional.of("host '" + name + "' has several interfaces: say which, as in "
                    + several.get().interfaces().get(0)));
        }
        NetworkInterface own =
                network.host(name).map(host -> host.interfaces().get(0)).orElseGet(() -> named(name));
        return switch (step.action()) {
            case DOWN -> set(own, false);
            case UP -> set(own, true);
            case ADD_ADDRESS ->
                Change.unless(add(own, WorldHosts.address(step.address().orElseThrow())));
            case REMOVE_ADDRESS ->
                Change.unless(remove(
                        own, WorldHosts.address(step.address().orElseThrow()).address()));
        };
    }

    private static Change set(NetworkInterface own, boolean up) {
        boolean unchanged = own.isUp() == up;
        own.setUp(up);
        return new Change(Optional.empty(), unchanged ? Optional.of(up) : Optional.empty());
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
