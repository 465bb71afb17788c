package dev.wsksim.net.udp;

import dev.wsksim.net.address.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The source address that follows from what the sender of a packet chose.
 *
 * <p>An interface that is chosen gives the packet one of its addresses, unless an address is chosen too, which then has to
 * be one of that interface.
 *
 * @param address the address; null where none was chosen, or there is a failure
 * @param failure why there is none
 */
public record ChosenSource(
        @Nullable IpAddress address, @Nullable UdpSendFailure failure) {

    private static ChosenSource failed(UdpSendFailure failure) {
        return new ChosenSource(null, failure);
    }

    /**
     * Judges the choice for a packet to an address.
     *
     * @param chosen the source address that is chosen; null for none
     * @param through the index of the interface that the packet leaves through; 0 for that of its route
     */
    public static ChosenSource of(DatagramIpLayer ip, @Nullable IpAddress chosen, int through, IpAddress remote) {
        if (through == 0 && !ip.canReach(remote)) {
            return failed(UdpSendFailure.NO_ROUTE);
        }
        if (chosen != null && (chosen.family() != remote.family() || !ip.owns(chosen))) {
            return failed(UdpSendFailure.INVALID_SOURCE_ADDRESS);
        }
        if (through == 0) {
            return new ChosenSource(chosen, null);
        }
        if (chosen != null && !ip.hasAt(through, chosen)) {
            return failed(UdpSendFailure.INVALID_SOURCE_ADDRESS);
        }
        IpAddress own = chosen != null ? chosen : ip.chooseSource(remote, through);
        if (own == null) {
            return failed(UdpSendFailure.INVALID_SOURCE_ADDRESS);
        }
        return ip.canReach(remote, through) ? new ChosenSource(own, null) : failed(UdpSendFailure.NO_ROUTE);
    }
}
