package dev.wsksim.net.address;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address of either family: an immutable value of two 64-bit words.
 *
 * <p>An IPv4 address has its 32 bits at the bottom of the low word. An IPv4-mapped IPv6 address ({@code
 * ::ffff:192.0.2.1}) is and stays an IPv6 address, as on a dual-mode socket. Zone identifiers ({@code fe80::1%3}) are
 * not part of an address here.
 */
public final class IpAddress {

    private static final IpAddress WILDCARD_4 = new IpAddress(IpFamily.IPV4, 0, 0);
    private static final IpAddress WILDCARD_6 = new IpAddress(IpFamily.IPV6, 0, 0);
    private static final IpAddress LOOPBACK_4 = new IpAddress(IpFamily.IPV4, 0, 0x7F00_0001L);
    private static final IpAddress LOOPBACK_6 = new IpAddress(IpFamily.IPV6, 0, 1);
    private static final long LIMITED_BROADCAST = 0xFFFF_FFFFL;
    private static final long MAPPED_PREFIX = 0xFFFFL;

    private final IpFamily family;
    private final long high;
    private final long low;
    /** Filled in when first asked for, like the hash of a String; whoever comes second finds or writes the same. */
    private @Nullable String text;

    private IpAddress(IpFamily family, long high, long low) {
        this.family = family;
        this.high = high;
        this.low = low;
    }

    /** Returns the IPv4 address with these 32 bits, the first octet on top. */
    public static IpAddress ipv4(int bits) {
        return new IpAddress(IpFamily.IPV4, 0, Integer.toUnsignedLong(bits));
    }

    /** Returns the IPv6 address with these 128 bits. */
    public static IpAddress ipv6(long high, long low) {
        return new IpAddress(IpFamily.IPV6, high, low);
    }

    /**
     * Returns the address with this text, strictly read and without any look-up, or nothing where the text is no
     * address.
     */
    public static Optional<IpAddress> parse(String text) {
        return IpAddressText.parse(text);
    }

    /**
     * Returns the address with this text.
     *
     * @throws IllegalArgumentException where the text is no address
     */
    public static IpAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: '" + text + "'"));
    }

    /** Returns the family's wildcard (unspecified) address, {@code 0.0.0.0} or {@code ::}. */
    public static IpAddress wildcard(IpFamily family) {
        return family == IpFamily.IPV4 ? WILDCARD_4 : WILDCARD_6;
    }

    /** Returns the family's usual loopback address, {@code 127.0.0.1} or {@code ::1}. */
    public static IpAddress loopback(IpFamily family) {
        return family == IpFamily.IPV4 ? LOOPBACK_4 : LOOPBACK_6;
    }

    /** Returns the family. */
    public IpFamily family() {
        return family;
    }

    /** Returns the upper 64 bits of an IPv6 address; 0 for IPv4. */
    public long high() {
        return high;
    }

    /** Returns the lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 address. */
    public long low() {
        return low;
    }

    /** Tells whether this is the family's wildcard (unspecified) address. */
    public boolean isWildcard() {
        return (high | low) == 0;
    }

    /**
     * Tells whether this address is in {@code 127.0.0.0/8} or is {@code ::1} (RFC 1122 section 3.2.1.3, RFC 4291
     * section 2.5.3).
     */
    public boolean isLoopback() {
        return family == IpFamily.IPV4 ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** Tells whether this address is in {@code 224.0.0.0/4} or {@code ff00::/8} (RFC 5771, RFC 4291 section 2.7). */
    public boolean isMulticast() {
        return family == IpFamily.IPV4 ? low >>> 28 == 0xE : high >>> 56 == 0xFF;
    }

    /** Tells whether this is {@code 255.255.255.255} (RFC 919). */
    public boolean isLimitedBroadcast() {
        return family == IpFamily.IPV4 && low == LIMITED_BROADCAST;
    }

    /** Tells whether this address is in {@code 169.254.0.0/16} or {@code fe80::/10} (RFC 3927, RFC 4291 section 2.5.6). */
    public boolean isLinkLocal() {
        return family == IpFamily.IPV4 ? low >>> 16 == 0xA9FE : high >>> 54 == 0x3FA;
    }

    /**
     * Tells whether this is an IPv6 address that stands for an IPv4 address, {@code ::ffff:a.b.c.d} (RFC 4291 section
     * 2.5.5.2).
     */
    public boolean isIpv4Mapped() {
        return family == IpFamily.IPV6 && high == 0 && low >>> 32 == MAPPED_PREFIX;
    }

    /** Returns the IPv6 address {@code ::ffff:a.b.c.d} that stands for this IPv4 address. */
    public IpAddress toIpv4Mapped() {
        if (family != IpFamily.IPV4) {
            throw new IllegalArgumentException(this + " is no IPv4 address");
        }
        return ipv6(0, MAPPED_PREFIX << 32 | low);
    }

    /** Returns the IPv4 address for which this address stands. */
    public IpAddress unmapped() {
        if (!isIpv4Mapped()) {
            throw new IllegalArgumentException(this + " stands for no IPv4 address");
        }
        return ipv4((int) low);
    }

    /** Returns how many leading bits this address has in common with one of the same family. */
    public int commonPrefixLength(IpAddress other) {
        if (family != other.family) {
            throw new IllegalArgumentException(this + " and " + other + " are of different families");
        }
        int inHigh = Long.numberOfLeadingZeros(high ^ other.high);
        int inLow = Long.numberOfLeadingZeros(low ^ other.low);
        if (family == IpFamily.IPV4) {
            return inLow - Integer.SIZE;
        }
        return inHigh < Long.SIZE ? inHigh : Long.SIZE + inLow;
    }

    /** Returns the address that has the same leading bits and only zeros behind them. */
    public IpAddress truncated(int prefixLength) {
        if (prefixLength < 0 || prefixLength > family.bits()) {
            throw new IllegalArgumentException(
                    "an " + family + " prefix has 0 to " + family.bits() + " bits, but this one has " + prefixLength);
        }
        if (family == IpFamily.IPV4) {
            return new IpAddress(family, 0, low & leadingOnes(Integer.SIZE + prefixLength));
        }
        return new IpAddress(family, high & leadingOnes(prefixLength), low & leadingOnes(prefixLength - Long.SIZE));
    }

    private static long leadingOnes(int count) {
        return count <= 0 ? 0 : count >= Long.SIZE ? -1L : -1L << (Long.SIZE - count);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof IpAddress that && low == that.low && high == that.high && family == that.family);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) + family.bits();
    }

    /** Returns the canonical text: dotted decimal, or RFC 5952. */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = IpAddressText.format(this);
            text = known;
        }
        return known;
    }
}
