package dev.wsksim.wsk.call;

import com.google.common.primitives.UnsignedInts;
import dev.wsksim.net.address.IpAddress;
import dev.wsksim.net.address.IpFamily;
import java.util.Optional;

/**
 * The text of an address in a NodeName: dotted IPv4, or IPv6 that may have the number of a scope behind {@code %}.
 *
 * @param address the address
 * @param scopeId {@code sin6_scope_id}
 */
record NumericHost(IpAddress address, long scopeId) {

    private static final int DECIMAL = 10;

    /** Reads a text; nothing where it is no address. */
    static Optional<NumericHost> parse(String text) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return IpAddress.parse(text).map(address -> new NumericHost(address, 0));
        }
        try {
            long scope = Integer.toUnsignedLong(UnsignedInts.parseUnsignedInt(text.substring(percent + 1), DECIMAL));
            return IpAddress.parse(text.substring(0, percent))
                    .filter(address -> address.family() == IpFamily.IPV6)
                    .map(address -> new NumericHost(address, scope));
        } catch (NumberFormatException noScope) {
            return Optional.empty();
        }
    }
}
