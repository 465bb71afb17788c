package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.UdpDatagram;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.net.udp.UdpEndpoint;
import dev.wsksim.net.udp.UdpSendFailure;
import dev.wsksim.net.udp.UdpUser;
import dev.wsksim.wsk.NtStatusMapping;
import org.jspecify.annotations.Nullable;

/** Carries the datagrams of a socket over UDP. */
final class UdpTransport implements DatagramTransport, UdpUser {

    private final DatagramRole role;
    private final Host host;
    private final UdpEndpoint endpoint;
    private final @Nullable SharedEndpoints shared;

    /**
     * Binds the endpoint of a socket.
     *
     * @param shared where sockets that share the endpoint find each other; null for one that does not share
     */
    UdpTransport(DatagramRole role, Host host, Endpoint local, @Nullable SharedEndpoints shared) {
        this.role = role;
        this.host = host;
        this.shared = shared;
        endpoint = host.udp().bind(local, shared != null, this);
        if (shared != null) {
            shared.add(local, this);
        }
    }

    int socketNumber() {
        return role.socket().number();
    }

    @Override
    public IpFamily family() {
        return endpoint.local().address().family();
    }

    @Override
    public @Nullable DatagramFailure send(ByteSlice data, Endpoint to, SendChoices choices) {
        UdpSendFailure failure = endpoint.sendTo(data, to.address(), to.port(), choices);
        return failure == null ? null : new DatagramFailure(NtStatusMapping.of(failure), failure.sentence());
    }

    @Override
    public boolean datagramArrived(UdpEndpoint reached, Packet packet, UdpDatagram datagram) {
        boolean isForOne = !packet.destination().isMulticast() && host.owns(packet.destination());
        SharedEndpoints others = shared;
        UdpTransport receiver = others == null || !isForOne ? this : others.receiver(endpoint.local(), this);
        receiver.role.arrived(
                packet,
                datagram.sourcePort(),
                datagram.data(),
                ArrivedDatagram.kindOf(packet, !isForOne),
                host.arrivalInterface());
        return true;
    }

    @Override
    public void errorArrived(UdpEndpoint sending, IcmpError error, Endpoint remote) {
        role.errorArrived(remote, error, host.arrivalInterface());
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
    }

    @Override
    public @Nullable DatagramFailure join(IpAddress group, int interfaceIndex) {
        try {
            if (interfaceIndex == 0) {
                endpoint.join(group);
            } else {
                endpoint.join(group, interfaceIndex);
            }
            return null;
        } catch (IllegalStateException alreadyJoined) {
            return new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, group + " was joined there before");
        } catch (IllegalArgumentException noGroup) {
            return new DatagramFailure(
                    NtStatus.STATUS_INVALID_PARAMETER, group + " cannot be joined at interface " + interfaceIndex);
        }
    }

    @Override
    public @Nullable DatagramFailure leave(IpAddress group, int interfaceIndex) {
        try {
            if (interfaceIndex == 0) {
                endpoint.leave(group);
            } else {
                endpoint.leave(group, interfaceIndex);
            }
            return null;
        } catch (IllegalStateException notJoined) {
            return new DatagramFailure(NtStatus.STATUS_INVALID_PARAMETER, group + " was not joined there");
        }
    }

    @Override
    public void close() {
        if (shared != null) {
            shared.remove(endpoint.local(), this);
        }
        endpoint.close();
    }
}
