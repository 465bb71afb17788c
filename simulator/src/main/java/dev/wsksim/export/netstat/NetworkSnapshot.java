package dev.wsksim.export.netstat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.SimTime;
import dev.wsksim.net.Network;

/**
 * A network as it was at one instant; it stays so, whatever the network does next.
 *
 * <p>It can be taken at any time, in mid-run too: between two events, or from whatever a simulation calls. Taking it
 * changes nothing.
 *
 * @param at the instant
 * @param hosts the hosts in the order in which they were added
 */
public record NetworkSnapshot(SimTime at, ImmutableList<HostSnapshot> hosts) {

    /** Takes a snapshot of a network that has come to this instant. */
    public static NetworkSnapshot of(Network network, SimTime at) {
        return new NetworkSnapshot(
                at, network.hosts().stream().map(HostSnapshot::of).collect(ImmutableList.toImmutableList()));
    }
}
