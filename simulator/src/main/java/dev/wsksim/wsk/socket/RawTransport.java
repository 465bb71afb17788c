package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.raw.RawEndpoint;
import dev.wsksim.net.raw.RawSendFailure;
import dev.wsksim.net.raw.RawUser;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.wsk.NotSimulatedException;
import dev.wsksim.wsk.NtStatusMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries the packets of a raw socket: of IPv4 each one received begins with its IP header, of IPv6 none does; what is
 * sent begins with one only where IP_HDRINCL or IPV6_HDRINCL is set. Source: the Winsock page "TCP/IP Raw Sockets".
 */
final class RawTransport implements DatagramTransport, RawUser {

    private record Membership(IpAddress group, int interfaceIndex) {}

    private final DatagramRole role;
    private final Host host;
    private final RawEndpoint endpoint;
    private final List<Membership> memberships = new ArrayList<>(0);
    private boolean headerIncluded;

    RawTransport(DatagramRole role, Host host, int protocol, IpAddress local) {
        this.role = role;
        this.host = host;
        endpoint = host.raw().open(protocol, local, this);
    }

    @Override
    public IpFamily family() {
        return endpoint.local().family();
    }

    @Override
    public @Nullable DatagramFailure send(ByteSlice data, Endpoint to, SendChoices choices) {
        if (headerIncluded && choices.isOfHeader()) {
            throw new NotSimulatedException("control messages beside a header of one's own (IP_HDRINCL)");
        }
        RawSendFailure failure =
                headerIncluded ? endpoint.sendWithHeader(data) : endpoint.sendTo(data, to.address(), choices);
        return failure == null ? null : failed(failure);
    }

    /** UDP with a forged source is dropped without a word, as the page says. */
    private @Nullable DatagramFailure failed(RawSendFailure failure) {
        return switch (failure) {
            case FORGED_SOURCE -> {
                role.discarded("UDP from an address that is not the host's is not sent from a raw socket");
                yield null;
            }
            case HEADER_NOT_SIMULATED, EXTENSION_HEADER ->
                throw new NotSimulatedException("a raw packet: " + failure.sentence() + ": it");
            default -> new DatagramFailure(NtStatusMapping.of(failure), failure.sentence());
        };
    }

    @Override
    public void packetArrived(RawEndpoint reached, Packet packet) {
        boolean isBroadcast = !packet.destination().isMulticast() && !host.owns(packet.destination());
        role.arrived(
                packet,
                0,
                RawEndpoint.received(packet),
                ArrivedDatagram.kindOf(packet, isBroadcast),
                host.arrivalInterface());
    }

    @Override
    public void configure(DatagramSettings settings) {
        endpoint.setBroadcastAllowed(settings.broadcast());
        int hops = settings.ip().hopLimit();
        endpoint.setHopLimit(hops == 0 ? host.defaultHopLimit() : hops);
        endpoint.setMulticastHopLimit(settings.multicastHopLimit());
        endpoint.setMulticastLoopback(settings.multicastLoopback());
        endpoint.setMulticastInterface(settings.multicastInterface());
        endpoint.setHearsBroadcasts(settings.receivesBroadcasts());
        endpoint.setRules(settings.rules());
        headerIncluded = settings.headerIncluded();
    }

    @Override
    public @Nullable DatagramFailure join(IpAddress group, int interfaceIndex) {
        Membership membership = new Membership(group, interfaceIndex == 0 ? host.usualInterface() : interfaceIndex);
        boolean isOurs =
                group.isMulticast() && group.family() == endpoint.local().family();
        if (!isOurs || memberships.contains(membership)) {
            return new DatagramFailure(
                    NtStatus.STATUS_INVALID_PARAMETER, group + " is no group of the family, or was joined before");
        }
        try {
            host.joinGroup(group, membership.interfaceIndex());
        } catch (IllegalArgumentException noSuchPlace) {
            return new DatagramFailure(
                    NtStatus.STATUS_INVALID_PARAMETER, group + " cannot be joined at interface " + interfaceIndex);
        }
        memberships.add(membership);
        return null;
    }

    @Override
    public @Nullable DatagramFailure leave(IpAddress group, int interfaceIndex) {
        for (Membership membership : memberships) {
            boolean isMeant = membership.group().equals(group)
                    && (interfaceIndex == 0 || membership.interfaceIndex() == interfaceIndex);
            if (isMeant) {
                memberships.remove(membership);
                host.leaveGroup(group, membership.interfaceIndex());
                return null;
            }
        }
        return new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, group + " was not joined there");
    }

    @Override
    public void close() {
        memberships.forEach(membership -> host.leaveGroup(membership.group(), membership.interfaceIndex()));
        memberships.clear();
        endpoint.close();
    }
}
