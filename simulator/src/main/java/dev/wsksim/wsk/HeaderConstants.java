package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Reads the numbers that a driver developer writes: decimal, 0x hexadecimal, or a constant of wsk.h,
 * ws2def.h, ws2ipdef.h or mstcpip.h. */
public final class HeaderConstants {
    /** As many digits as are sure to fit into a long in both notations. */
    private static final int MOST_DIGITS = 15;

    private HeaderConstants() {}

    /** Returns the value of a number or of a constant spelled exactly as in its header; empty for anything else. */
    public static Optional<Long> parse(String text) {
        Optional<Long> constant = constant(text);
        return constant.isPresent() ? constant : number(text);
    }

    /** Returns the value of the constant with this exact C name, if there is one. */
    public static Optional<Long> constant(String name) {
        return Wsk.valueOf(name)
                .or(() -> Ws2def.valueOf(name)
                        .or(() -> Ws2ipdef.valueOf(name))
                        .or(() -> Mstcpip.valueOf(name))
                        .map(HeaderConstants::widened))
                .or(() -> Ws2defNames.valueOf(name));
    }

    /** IOCTLs are ULONGs; SO_EXCLUSIVEADDRUSE is a negative int. */
    private static long widened(int value) {
        return value == Ws2def.SO_EXCLUSIVEADDRUSE ? value : Integer.toUnsignedLong(value);
    }

    /** Returns the names of all constants, header by header. */
    public static ImmutableList<String> names() {
        return Names.ALL;
    }

    /** Put together when first asked for. */
    private static final class Names {
        static final ImmutableList<String> ALL = ImmutableList.<String>builder()
                .addAll(Wsk.names())
                .addAll(Ws2def.names())
                .addAll(Ws2ipdef.names())
                .addAll(Mstcpip.names())
                .addAll(Ws2defNames.names())
                .build();
    }

    private static Optional<Long> number(String text) {
        boolean hexadecimal = text.startsWith("0x");
        String digits = hexadecimal ? text.substring(2) : text;
        int radix = hexadecimal ? 16 : 10;
        // Character.digit also takes the digits of other scripts, which C does not.
        boolean unsigned = !digits.isEmpty() && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        if (!unsigned || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(digits, radix));
    }
}
