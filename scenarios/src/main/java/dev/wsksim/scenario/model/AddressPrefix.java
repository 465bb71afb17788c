package dev.wsksim.scenario.model;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;

/**
 * The addresses that share their first bits.
 *
 * @param address an address of the prefix
 * @param length how many bits are shared, 0 to 32 or 128
 */
public record AddressPrefix(InetAddress address, int length) {
    /** Checks the length against the address family. */
    public AddressPrefix {
        if (length < 0 || length > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("prefix length " + length + " does not fit " + address);
        }
    }

    @Override
    public String toString() {
        return InetAddresses.toAddrString(address) + "/" + length;
    }
}
