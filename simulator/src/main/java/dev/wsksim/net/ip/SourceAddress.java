package dev.wsksim.net.ip;

import dev.wsksim.net.address.IpAddress;

/**
 * An address of a host that a packet may be sent from.
 *
 * @param address the address
 * @param prefixLength the length of its on-link prefix
 * @param isDeprecated whether it is better not used for anything new
 * @param isOnOutgoingInterface whether the interface that the packet leaves through has it
 */
public record SourceAddress(IpAddress address, int prefixLength, boolean isDeprecated, boolean isOnOutgoingInterface) {

    /** Returns the length of the prefix that it shares with another address, at most its own prefix (RFC 6724 section 2.2). */
    int commonPrefixLength(IpAddress other) {
        return Math.min(prefixLength, address.commonPrefixLength(other));
    }
}
