package dev.wsksim.net.address;

import java.util.Optional;

/**
 * All addresses that begin with the same bits, written {@code 192.0.2.0/24}.
 *
 * @param address the first of them; given any of them, the bits behind the prefix are cleared
 * @param length how many leading bits count, from 0 to the bits of the family
 */
public record IpPrefix(IpAddress address, int length) {

    public IpPrefix {
        address = address.truncated(length);
    }

    /** Returns the prefix written {@code address/length}, or nothing where the text is none. */
    public static Optional<IpPrefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(text.substring(slash + 1));
        return IpAddress.parse(text.substring(0, slash))
                .filter(address -> length <= address.family().bits())
                .map(address -> new IpPrefix(address, length));
    }

    /**
     * Returns the prefix with this text.
     *
     * @throws IllegalArgumentException where the text is no prefix
     */
    public static IpPrefix of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a prefix such as 192.0.2.0/24: '" + text + "'"));
    }

    /** Returns the prefix that contains every address of a family, the destination of a default route. */
    public static IpPrefix everything(IpFamily family) {
        return new IpPrefix(IpAddress.wildcard(family), 0);
    }

    /**
     * Tells whether an address of the same family begins with these bits; an address of the other family never does.
     */
    public boolean contains(IpAddress other) {
        return address.family() == other.family() && address.commonPrefixLength(other) >= length;
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
