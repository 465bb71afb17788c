package dev.wsksim.net.ip;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IcmpError;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.packet.IcmpMessage;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.PacketPayload;
import java.util.function.Predicate;

/**
 * Which packets an ICMP error may be about (RFC 1122 section 3.2.2, RFC 1812 section 4.3.2.7, RFC 4443 section 2.4 (e)).
 *
 * <p>Difference: errors are not limited in rate (RFC 4443 section 2.4 (f)).
 */
public final class IcmpErrorRules {

    private IcmpErrorRules() {}

    /**
     * Tells whether an error of a kind about a packet may be sent.
     *
     * @param isOneHost tells whether an address can be that of a single host: no group, wildcard or broadcast address
     */
    public static boolean permit(Packet offending, IcmpErrorKind kind, Predicate<IpAddress> isOneHost) {
        PacketPayload payload =
                offending.payload() instanceof DamagedPayload damaged ? damaged.original() : offending.payload();
        if (payload instanceof IcmpError
                || (payload instanceof IpFragment fragment && (fragment.offset() > 0 || beginsError(fragment)))) {
            return false;
        }
        // A sender to a group has to learn the path MTU as well (RFC 4443 section 2.4 (e.3)).
        boolean oneReceiver = isOneHost.test(offending.destination())
                || (offending.destination().isMulticast() && kind == IcmpErrorKind.PACKET_TOO_BIG && isIpv6(offending));
        return oneReceiver && isOneHost.test(offending.source());
    }

    /** Tells whether the first fragment of a packet is that of an ICMP error. */
    private static boolean beginsError(IpFragment first) {
        return first.carriedProtocol() == IcmpMessage.protocol(first.family())
                && !first.data().isEmpty()
                && IcmpErrorKind.isErrorType(first.family(), first.data().at(0) & 0xFF);
    }

    private static boolean isIpv6(Packet packet) {
        return packet.family() == IpFamily.IPV6;
    }
}
