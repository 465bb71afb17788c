package dev.wsksim.net.link;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.packet.Packet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two groups of hosts of which one, or neither, hears the other.
 *
 * <p>A packet from a host of the one group to a host of the other is lost at the first link that it is given to, and so
 * is any packet on a link that leads straight from the one group to the other, such as a multicast. Hosts in neither
 * group, and routers between the groups, notice nothing.
 *
 * @param name the name by which scenarios know it
 * @param senders the hosts that are not heard
 * @param receivers the hosts that do not hear them
 * @param twoWay whether the receivers are not heard by the senders either
 */
public record Partition(
        String name, ImmutableList<PacketNode> senders, ImmutableList<PacketNode> receivers, boolean twoWay) {

    public Partition {
        if (senders.isEmpty() || receivers.isEmpty()) {
            throw new IllegalArgumentException("partition " + name + " has a group without hosts");
        }
        for (PacketNode sender : senders) {
            if (receivers.contains(sender)) {
                throw new IllegalArgumentException(
                        "partition " + name + " has " + sender.name() + " on both of its sides");
            }
        }
    }

    /** Tells whether a packet that is given to a link is lost. */
    boolean cuts(PacketNode from, PacketNode to, Packet packet) {
        return cuts(senders, receivers, from, to, packet) || (twoWay && cuts(receivers, senders, from, to, packet));
    }

    private static boolean cuts(
            List<PacketNode> silent, List<PacketNode> deaf, PacketNode from, PacketNode to, Packet packet) {
        return (silent.contains(from) && deaf.contains(to))
                || (owned(silent, packet.source()) && owned(deaf, packet.destination()));
    }

    private static boolean owned(List<PacketNode> nodes, IpAddress address) {
        return nodes.stream().anyMatch(node -> node.owns(address));
    }

    @Override
    public String toString() {
        return name + ": " + names(senders) + (twoWay ? " | " : " -> ") + names(receivers);
    }

    private static String names(List<PacketNode> nodes) {
        return nodes.stream().map(PacketNode::name).collect(Collectors.joining(", "));
    }
}
