package dev.wsksim.net.host;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import dev.wsksim.net.address.IpPrefix;
import java.util.Optional;

/**
 * An address of a host, with the length of the prefix that is on-link.
 *
 * @param address the address
 * @param prefixLength how many leading bits its neighbours share
 * @param isDeprecated whether it is better not used for anything new (RFC 4862 section 5.5.4)
 */
public record HostAddress(IpAddress address, int prefixLength, boolean isDeprecated) {

    private static final int USUAL_PREFIX_4 = 24;
    private static final int USUAL_PREFIX_6 = 64;
    private static final int MAX_PREFIX_WITH_BROADCAST = 30;
    private static final long ALL_ONES = 0xFFFF_FFFFL;

    public HostAddress {
        if (prefixLength < 0 || prefixLength > address.family().bits()) {
            throw new IllegalArgumentException("no prefix of " + address + " has " + prefixLength + " bits");
        }
        if (isForNoHost(address)) {
            throw new IllegalArgumentException("a host cannot have the address " + address);
        }
    }

    /** Makes an address that is preferred, not deprecated. */
    public HostAddress(IpAddress address, int prefixLength) {
        this(address, prefixLength, false);
    }

    /** Returns an address with the prefix that is usual for its family: 24 bits, or 64. */
    public static HostAddress of(IpAddress address) {
        return new HostAddress(address, address.family() == IpFamily.IPV4 ? USUAL_PREFIX_4 : USUAL_PREFIX_6);
    }

    /**
     * Returns the address written {@code 192.0.2.10/24} or, with the usual prefix, {@code 192.0.2.10}; nothing where
     * the text is none, or no host can have it.
     */
    public static Optional<HostAddress> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty() || isForNoHost(address.get())) {
            return Optional.empty();
        }
        return slash < 0
                ? address.map(HostAddress::of)
                : IpPrefix.parse(text).map(prefix -> new HostAddress(address.get(), prefix.length()));
    }

    private static boolean isForNoHost(IpAddress address) {
        return address.isWildcard() || address.isMulticast() || address.isLimitedBroadcast();
    }

    /**
     * Tells whether another IPv4 address means all hosts of the on-link prefix, being its last address (RFC 922
     * section 7); a prefix of 31 or 32 bits has none (RFC 3021 section 2.2).
     */
    public boolean isBroadcast(IpAddress other) {
        if (prefixLength > MAX_PREFIX_WITH_BROADCAST
                || address.family() == IpFamily.IPV6
                || other.family() == IpFamily.IPV6) {
            return false;
        }
        long hostBits = ALL_ONES >>> prefixLength;
        return other.low() == (address.low() | hostBits);
    }

    /** Returns the prefix that is on-link. */
    public IpPrefix prefix() {
        return new IpPrefix(address, prefixLength);
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
