package dev.wsksim.junit5.driver;

import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations and instants as scenarios write them: {@code 10ms}, {@code 1.5s}. */
public final class TimeText {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|ms|s|min|h)");
    private static final int MICROS = 3;
    private static final int MILLIS = 6;
    private static final int SECONDS = 9;
    private static final BigDecimal SIXTY = new BigDecimal(60);

    private TimeText() {}

    /**
     * Returns the duration that a text means: a decimal number and one of ns, us, ms, s, min, h.
     *
     * @throws IllegalArgumentException when it means none
     */
    public static SimDuration duration(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no duration: a number and one of ns, us, ms, s, min, h, such as 10ms");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        BigDecimal nanos = switch (matcher.group(2)) {
            case "ns" -> number;
            case "us" -> number.scaleByPowerOfTen(MICROS);
            case "ms" -> number.scaleByPowerOfTen(MILLIS);
            case "s" -> number.scaleByPowerOfTen(SECONDS);
            case "min" -> number.scaleByPowerOfTen(SECONDS).multiply(SIXTY);
            default -> number.scaleByPowerOfTen(SECONDS).multiply(SIXTY).multiply(SIXTY);
        };
        try {
            return SimDuration.ofNanos(nanos.longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number of nanoseconds, or too long", e);
        }
    }

    /** Returns the instant that lies this long after the beginning. */
    public static SimTime instant(String text) {
        return SimTime.START.plus(duration(text));
    }
}
