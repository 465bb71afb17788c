package dev.wsksim.net.host;

import com.google.common.collect.ImmutableList;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.multicast.GroupLink;
import dev.wsksim.net.multicast.GroupMemberships;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.udp.DatagramIpLayer;

/** The groups that a host is in, interface by interface. */
final class HostGroups {

    private final ImmutableList<NetworkInterface> interfaces;
    private final ImmutableList<GroupMemberships> groups4;
    private final ImmutableList<GroupMemberships> groups6;

    HostGroups(SimulationLoop loop, Host host, RandomStreams randoms) {
        interfaces = host.interfaces();
        groups4 = interfaces.stream()
                .map(own -> memberships(loop, host, own, IpFamily.IPV4, randoms))
                .collect(ImmutableList.toImmutableList());
        groups6 = interfaces.stream()
                .map(own -> memberships(loop, host, own, IpFamily.IPV6, randoms))
                .collect(ImmutableList.toImmutableList());
    }

    private static GroupMemberships memberships(
            SimulationLoop loop, Host host, NetworkInterface own, IpFamily family, RandomStreams randoms) {
        String protocol = family == IpFamily.IPV4 ? "igmp " : "mld ";
        GroupLink link = new InterfaceLink(host, own, family);
        return new GroupMemberships(loop, link, family, randoms.stream(protocol + own));
    }

    /**
     * Returns the memberships of one family at an interface.
     *
     * @throws IllegalArgumentException when no interface has the index
     */
    GroupMemberships at(int interfaceIndex, IpFamily family) {
        int place = interfaceIndex - DatagramIpLayer.FIRST_INTERFACE;
        if (place < 0 || place >= interfaces.size()) {
            throw new IllegalArgumentException("no group can be joined at the interface " + interfaceIndex);
        }
        return (family == IpFamily.IPV4 ? groups4 : groups6).get(place);
    }

    /** Tells whether packets to a group that come through an interface are for this host; through loopback, if any is. */
    boolean isMember(IpAddress group, int interfaceIndex) {
        ImmutableList<GroupMemberships> groups = group.family() == IpFamily.IPV4 ? groups4 : groups6;
        if (interfaceIndex != DatagramIpLayer.LOOPBACK_INTERFACE) {
            return groups.get(interfaceIndex - DatagramIpLayer.FIRST_INTERFACE).isMember(group);
        }
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).isMember(group)) {
                return true;
            }
        }
        return false;
    }

    void crash() {
        groups4.forEach(GroupMemberships::stop);
        groups6.forEach(GroupMemberships::stop);
    }

    void restart() {
        groups4.forEach(GroupMemberships::reportAnew);
        groups6.forEach(GroupMemberships::reportAnew);
    }

    /** An interface went up or down. */
    void interfaceChanged(NetworkInterface changed) {
        int index = changed.index();
        for (IpFamily family : IpFamily.values()) {
            if (changed.isUp()) {
                at(index, family).reportAnew();
            } else {
                at(index, family).stop();
            }
        }
    }

    /** One interface as the memberships of one family see it. */
    private record InterfaceLink(Host host, NetworkInterface own, IpFamily family) implements GroupLink {

        @Override
        public String name() {
            return own.toString();
        }

        @Override
        public boolean isUp() {
            return host.isRunning() && own.isUp();
        }

        /** Over IPv6 only a link-local one will do (RFC 3810 section 5.2.13). */
        @Override
        public IpAddress source() {
            return own.addresses().stream()
                    .map(HostAddress::address)
                    .filter(address -> address.family() == family)
                    .filter(address -> family == IpFamily.IPV4 || address.isLinkLocal())
                    .findFirst()
                    .orElse(IpAddress.wildcard(family));
        }

        @Override
        public void send(Packet packet) {
            own.links().forEach(link -> link.send(packet));
        }
    }
}
