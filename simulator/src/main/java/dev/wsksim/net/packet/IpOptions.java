package dev.wsksim.net.packet;

import java.util.Optional;

/**
 * Judges the options of an IPv4 header (RFC 791 section 3.1). Those that have routers and hosts do something beyond looking
 * are told apart: nobody here writes down or follows a route.
 */
public final class IpOptions {

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int LEAST_LENGTH = 2;

    private IpOptions() {}

    /** Returns what is wrong with the form of some options, or nothing; the last one may end early, with zeros behind it. */
    public static Optional<String> fault(ByteSlice options) {
        if (options.length() > IpExtras.MAX_OPTION_BYTES) {
            return Optional.of("there are more than " + IpExtras.MAX_OPTION_BYTES + " bytes of IPv4 options");
        }
        for (int at = 0; at < options.length() && options.at(at) != END; ) {
            if (options.at(at) == NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < options.length() ? Byte.toUnsignedInt(options.at(at + 1)) : 0;
            if (length < LEAST_LENGTH || at + length > options.length()) {
                return Optional.of("an IPv4 option does not end within the header");
            }
            at += length;
        }
        return Optional.empty();
    }

    /** Returns the name of the first option of a good form that nobody here plays, or nothing. */
    public static Optional<String> notPlayed(ByteSlice options) {
        for (int at = 0; at < options.length() && options.at(at) != END; ) {
            String name = switch (Byte.toUnsignedInt(options.at(at))) {
                case 7 -> "Record Route";
                case 68 -> "Internet Timestamp";
                case 131 -> "Loose Source and Record Route";
                case 137 -> "Strict Source and Record Route";
                default -> "";
            };
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
            at += options.at(at) == NO_OPERATION ? 1 : Byte.toUnsignedInt(options.at(at + 1));
        }
        return Optional.empty();
    }

    /** Returns options of a good form filled up with zeros to whole words of 32 bits. */
    public static ByteSlice padded(ByteSlice options) {
        int words = (options.length() + Integer.BYTES - 1) / Integer.BYTES;
        byte[] bytes = new byte[words * Integer.BYTES];
        options.copyTo(0, bytes, 0, options.length());
        return ByteSlice.of(bytes, 0, bytes.length);
    }
}
