package dev.wsksim.export;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.net.Network;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.link.PacketSent;
import dev.wsksim.trace.TraceEntry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the hosts that have addresses; loopback, which all have, is not among them.
 *
 * @param byAddress the name of each address's host
 */
public record HostNames(ImmutableMap<IpAddress, String> byAddress) {

    /** Returns the names of all hosts of a network. */
    public static HostNames of(Network network) {
        ImmutableMap.Builder<IpAddress, String> names = ImmutableMap.builder();
        for (Host host : network.hosts()) {
            for (HostAddress address : host.addresses()) {
                if (!address.address().isLoopback()) {
                    names.put(address.address(), host.name());
                }
            }
        }
        return new HostNames(names.buildOrThrow());
    }

    /**
     * Returns the names that a trace tells: whoever first sent a packet from an address has it; the wildcard is nobody's.
     * A host that never sent a packet has no name.
     */
    public static HostNames seenIn(List<TraceEntry> trace) {
        Set<String> ends = new LinkedHashSet<>();
        for (TraceEntry entry : trace) {
            if (entry.record() instanceof PacketSent sent) {
                ends.add(LinkEnds.of(sent.link()).from());
                ends.add(LinkEnds.of(sent.link()).to());
            }
        }
        Map<IpAddress, String> names = new LinkedHashMap<>();
        for (TraceEntry entry : trace) {
            if (entry.record() instanceof PacketSent sent
                    && !sent.packet().source().isLoopback()
                    && !sent.packet().source().isWildcard()) {
                names.putIfAbsent(
                        sent.packet().source(), hostOf(LinkEnds.of(sent.link()).from(), ends));
            }
        }
        return new HostNames(ImmutableMap.copyOf(names));
    }

    /** The host behind the end of a link, which may be named with an interface where the host has several links. */
    private static String hostOf(String end, Set<String> ends) {
        int dot = end.lastIndexOf('.');
        boolean isInterface = dot > 0 && ends.contains(end.substring(0, dot));
        return isInterface ? end.substring(0, dot) : end;
    }
}
