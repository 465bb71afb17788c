package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Reads the numbers that a driver developer writes: decimal, 0x hexadecimal, or a constant of wsk.h or ws2def.h. */
public final class HeaderConstants {
    /** As many digits as are sure to fit into a long in both notations. */
    private static final int MOST_DIGITS = 15;

    private HeaderConstants() {}

    /** Returns the value of a number or of a constant spelled exactly as in its header; empty for anything else. */
    public static Optional<Long> parse(String text) {
        Optional<Long> constant =
                Wsk.valueOf(text).or(() -> Ws2def.valueOf(text).map(Integer::longValue));
        return constant.isPresent() ? constant : number(text);
    }

    /** Returns the names of all constants, those of wsk.h first. */
    public static ImmutableList<String> names() {
        return ImmutableList.<String>builder()
                .addAll(Wsk.names())
                .addAll(Ws2def.names())
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
