package dev.wsksim.net.ip;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;

/** How far an address means something: the numbers of RFC 4291 section 2.7, for unicast by RFC 6724 section 3. */
final class AddressScope {

    static final int LINK_LOCAL = 2;
    static final int SITE_LOCAL = 5;
    static final int GLOBAL = 14;

    private AddressScope() {}

    /** Returns the scope of an address; a greater number is a wider scope. */
    static int of(IpAddress address) {
        return address.family() == IpFamily.IPV4 ? of4(address.low()) : of6(address);
    }

    /** RFC 6724 section 3.2; the local network control block of multicast by RFC 5771 section 4. */
    private static int of4(long bits) {
        boolean linkLocal = bits >>> 16 == 0xA9FE || bits >>> 24 == 127 || bits >>> 8 == 0xE00000;
        return linkLocal ? LINK_LOCAL : GLOBAL;
    }

    private static int of6(IpAddress address) {
        if (address.isMulticast()) {
            return (int) (address.high() >>> 48) & 0xF;
        }
        if (address.isIpv4Mapped()) {
            return of4(address.low() & 0xFFFF_FFFFL);
        }
        long leading = address.high() >>> 54;
        if (leading == 0x3FA || address.isLoopback()) {
            return LINK_LOCAL;
        }
        return leading == 0x3FB ? SITE_LOCAL : GLOBAL;
    }
}
