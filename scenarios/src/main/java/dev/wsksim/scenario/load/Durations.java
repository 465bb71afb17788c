package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.SourcePosition;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a length of virtual time is written: a decimal number and a unit, exact to the nanosecond. */
public final class Durations {
    private static final ImmutableMap<String, Long> UNITS = ImmutableMap.of(
            "ns",
            1L,
            "us",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "min",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    /** A hundred years of 365 days: the sum of an instant and a duration still fits virtual time, which has 292. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(100L * 365 * 24 * 3600 * 1_000_000_000L);

    private static final String UNITS_HINT = "units: " + String.join(", ", UNITS.keySet());
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?) ?([^0-9. -]*)");
    private static final String PATTERN = "[0-9]+(\\.[0-9]+)? ?(" + String.join("|", UNITS.keySet()) + ")";
    private static final String LABEL = "a duration such as 5ms";

    /** A length of virtual time. */
    static final ScalarType<SimDuration> DURATION =
            ScalarType.matching(LABEL, PATTERN, scalar -> SimDuration.ofNanos(nanos(scalar)));

    /** A length of virtual time that is not zero. */
    static final ScalarType<SimDuration> POSITIVE = ScalarType.matching(LABEL + " and not 0", PATTERN, scalar -> {
        long nanos = nanos(scalar);
        if (nanos == 0) {
            throw new BadTextException("this duration cannot be 0", "");
        }
        return SimDuration.ofNanos(nanos);
    });

    /** An instant of virtual time, counted from the start of the run. */
    static final ScalarType<SimTime> INSTANT = ScalarType.matching(
            "an instant such as 5ms, counted from the start", PATTERN, scalar -> SimTime.ofNanos(nanos(scalar)));

    /** Two lengths of virtual time. */
    static final ListType<SimDuration> PAIR = ListType.ofSome(DURATION);

    private Durations() {}

    /**
     * Reads an instant of virtual time, counted from the start, as a scenario writes it.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static SimTime instant(String text) {
        Node.Scalar scalar = new Node.Scalar(SourcePosition.NONE, text.length(), text, false);
        try {
            return SimTime.ofNanos(nanos(scalar));
        } catch (BadTextException e) {
            throw new IllegalArgumentException(e.problem() + (e.hint().isEmpty() ? "" : "; " + e.hint()), e);
        }
    }

    private static long nanos(Node.Scalar scalar) throws BadTextException {
        Matcher form = FORM.matcher(scalar.text());
        if (!form.matches()) {
            String hint = scalar.text().startsWith("-") ? "a duration is never negative" : UNITS_HINT;
            throw ScalarTypes.mismatch(scalar, LABEL, hint);
        }
        String number = form.group(1);
        String unit = form.group(2);
        if (unit.isEmpty()) {
            String hint = "write " + number + "ms or " + number + "s; " + UNITS_HINT;
            throw new BadTextException("the duration '" + number + "' has no unit", hint);
        }
        Long factor = UNITS.get(unit);
        if (factor == null) {
            throw new BadTextException("unknown unit of time '" + unit + "'", UNITS_HINT);
        }
        return exact(new BigDecimal(number).multiply(BigDecimal.valueOf(factor)), scalar);
    }

    private static long exact(BigDecimal nanos, Node.Scalar scalar) throws BadTextException {
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw new BadTextException("'" + scalar.text() + "' is no whole number of nanoseconds", "");
        }
        if (nanos.compareTo(LONGEST) > 0) {
            throw new BadTextException("'" + scalar.text() + "' is longer than 100 years, the longest there is", "");
        }
        return nanos.longValueExact();
    }

    /** Returns the units of time, smallest first. */
    static ImmutableList<String> units() {
        return UNITS.keySet().asList();
    }
}
