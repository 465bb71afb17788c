package dev.wsksim.net.ip;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;

/**
 * Which packets an ICMP error may be about (RFC 1122 section 3.2.2, RFC 1812 section 4.3.2.7, RFC 4443 section 2.4 (e)).
 *
 * <p>Difference: errors are not limited in rate (RFC 4443 section 2.4 (f)).
 */
public final class IcmpErrorRules {

    private IcmpErrorRules() {}

    /** Tells whether an error of a kind about a packet may be sent. */
    public static boolean permit(Packet offending, IcmpErrorKind kind) {
        if (offending.payload() instanceof IcmpError
                || (offending.payload() instanceof IpFragment fragment && fragment.offset() > 0)) {
            return false;
        }
        // A sender to a group has to learn the path MTU as well (RFC 4443 section 2.4 (e.3)).
        boolean oneReceiver = isOneHost(offending.destination())
                || (offending.destination().isMulticast() && kind == IcmpErrorKind.PACKET_TOO_BIG && isIpv6(offending));
        return oneReceiver && isOneHost(offending.source());
    }

    private static boolean isIpv6(Packet packet) {
        return packet.family() == IpFamily.IPV6;
    }

    private static boolean isOneHost(IpAddress address) {
        return !address.isWildcard() && !address.isMulticast() && !address.isLimitedBroadcast();
    }
}
