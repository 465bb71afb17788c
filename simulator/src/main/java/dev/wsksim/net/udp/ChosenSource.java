package dev.wsksim.net.udp;

import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The source address that follows from what the sender of a packet chose.
 *
 * <p>An interface that is chosen gives the packet one of its addresses, which for a group is also the way out; packets to
 * one host leave through the interface of their route, so another one is refused there.
 *
 * @param address the address; null where there is a failure
 * @param failure why there is none
 */
public record ChosenSource(
        @Nullable IpAddress address, @Nullable UdpSendFailure failure) {

    private static ChosenSource failed(UdpSendFailure failure) {
        return new ChosenSource(null, failure);
    }

    /** Judges the choices for a packet to an address. */
    public static ChosenSource of(DatagramIpLayer ip, SendChoices choices, IpAddress remote) {
        if (!ip.canReach(remote)) {
            return failed(UdpSendFailure.NO_ROUTE);
        }
        IpAddress chosen = choices.source();
        if (chosen != null && (chosen.family() != remote.family() || !ip.owns(chosen))) {
            return failed(UdpSendFailure.INVALID_SOURCE_ADDRESS);
        }
        int index = choices.interfaceIndex();
        if (index == 0) {
            return new ChosenSource(chosen, null);
        }
        if (chosen != null && !ip.hasAt(index, chosen)) {
            return failed(UdpSendFailure.INVALID_SOURCE_ADDRESS);
        }
        IpAddress own = chosen != null ? chosen : ip.addressAt(index, remote.family());
        if (own == null) {
            return failed(UdpSendFailure.INVALID_SOURCE_ADDRESS);
        }
        IpAddress usual = ip.chooseSource(remote);
        boolean isRouted = remote.isMulticast() || (usual != null && ip.hasAt(index, usual));
        return isRouted ? new ChosenSource(own, null) : failed(UdpSendFailure.OTHER_INTERFACE);
    }
}
