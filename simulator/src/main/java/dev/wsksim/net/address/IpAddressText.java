package dev.wsksim.net.address;

import java.util.Optional;

/**
 * Reads and writes the text of addresses: dotted decimal for IPv4, RFC 4291 section 2.2 in and RFC 5952 out for IPv6.
 *
 * <p>Why not a library's parser: those at hand turn an IPv4-mapped IPv6 address into an IPv4 address, which is another
 * address to a socket.
 */
final class IpAddressText {

    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;

    private IpAddressText() {}

    static Optional<IpAddress> parse(String text) {
        if (text.indexOf(':') < 0) {
            long bits = parseDotted(text, 0);
            return bits < 0 ? Optional.empty() : Optional.of(IpAddress.ipv4((int) bits));
        }
        int[] groups = new int[GROUPS];
        return parseGroups(text, groups)
                ? Optional.of(IpAddress.ipv6(joined(groups, 0), joined(groups, GROUPS / 2)))
                : Optional.empty();
    }

    static String format(IpAddress address) {
        if (address.family() == IpFamily.IPV4) {
            return dotted(address.low());
        }
        if (address.isIpv4Mapped()) {
            return "::ffff:" + dotted(address.low() & 0xFFFF_FFFFL);
        }
        return compressed(address);
    }

    /** Returns the 32 bits of four decimal octets without leading zeros that fill the text from an index on, or -1. */
    private static long parseDotted(String text, int begin) {
        long bits = 0;
        int at = begin;
        for (int octet = 0; octet < 4; octet++) {
            int end = octet < 3 ? text.indexOf('.', at) : text.length();
            int value = end < 0 ? -1 : parseOctet(text, at, end);
            if (value < 0) {
                return -1;
            }
            bits = bits << 8 | value;
            at = end + 1;
        }
        return bits;
    }

    private static int parseOctet(String text, int begin, int end) {
        int length = end - begin;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(begin) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value > 255 ? -1 : value;
    }

    /** Reads all groups, with at most one {@code ::} and perhaps a dotted end; tells whether the text is an address. */
    private static boolean parseGroups(String text, int[] groups) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return parseRun(text, 0, text.length(), groups, true) == GROUPS;
        }
        int[] tail = new int[GROUPS];
        int before = parseRun(text, 0, gap, groups, false);
        int after = parseRun(text, gap + 2, text.length(), tail, true);
        if (before < 0 || after < 0 || before + after >= GROUPS) {
            return false;
        }
        System.arraycopy(tail, 0, groups, GROUPS - after, after);
        return true;
    }

    /** Reads groups separated by single colons and returns how many there were, or -1; an empty text has none. */
    private static int parseRun(String text, int begin, int end, int[] groups, boolean mayEndDotted) {
        int count = 0;
        int at = begin;
        while (at < end || (at == end && count > 0)) {
            int colon = text.indexOf(':', at);
            int stop = colon < 0 || colon > end ? end : colon;
            if (mayEndDotted && stop == end && text.indexOf('.', at) >= 0) {
                return addDotted(text, at, groups, count);
            }
            int value = parseGroup(text, at, stop);
            if (value < 0 || count == GROUPS) {
                return -1;
            }
            groups[count++] = value;
            at = stop + 1;
        }
        return count;
    }

    private static int addDotted(String text, int at, int[] groups, int count) {
        long bits = parseDotted(text, at);
        if (bits < 0 || count + 2 > GROUPS) {
            return -1;
        }
        groups[count] = (int) (bits >>> GROUP_BITS);
        groups[count + 1] = (int) (bits & 0xFFFF);
        return count + 2;
    }

    private static int parseGroup(String text, int begin, int end) {
        int length = end - begin;
        if (length < 1 || length > 4) {
            return -1;
        }
        int value = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static long joined(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + GROUPS / 2; i++) {
            bits = bits << GROUP_BITS | groups[i];
        }
        return bits;
    }

    private static String dotted(long bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    /**
     * RFC 5952 section 4: no leading zeros, lower case, the first longest run of two or more zero groups as {@code ::}.
     */
    private static String compressed(IpAddress address) {
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = 0;
            while (i + length < GROUPS && group(address, i + length) == 0) {
                length++;
            }
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
            i += length;
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
                continue;
            }
            if (i > 0 && i != runStart + runLength) {
                text.append(':');
            }
            text.append(Integer.toHexString(group(address, i)));
        }
        return text.toString();
    }

    private static int group(IpAddress address, int index) {
        long word = index < GROUPS / 2 ? address.high() : address.low();
        return (int) (word >>> (GROUP_BITS * (GROUPS / 2 - 1 - index % (GROUPS / 2))) & 0xFFFF);
    }
}
