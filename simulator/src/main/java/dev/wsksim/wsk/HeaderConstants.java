package dev.wsksim.wsk;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Reads the numbers that a driver developer writes: decimal, 0x hexadecimal, or a constant of wsk.h or ws2def.h. */
public final class HeaderConstants {

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
        boolean unsigned =
                !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, hexadecimal ? 16 : 10) >= 0);
        if (!unsigned || digits.length() > 15) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(digits, hexadecimal ? 16 : 10));
    }
}
