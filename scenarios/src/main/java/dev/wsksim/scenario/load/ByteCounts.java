package dev.wsksim.scenario.load;

import com.google.common.collect.ImmutableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a number of bytes is written: a whole number, with or without a unit. */
final class ByteCounts {
    private static final ImmutableMap<String, Integer> SHIFTS =
            ImmutableMap.of("", 0, "B", 0, "KiB", 10, "MiB", 20, "GiB", 30);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}) ?([A-Za-z]*)");
    private static final String UNITS = "units: B, KiB, MiB, GiB";

    private ByteCounts() {}

    /** Returns the type of numbers of bytes within bounds. */
    static ScalarType<Long> from(long least, long most) {
        String label = "a number of bytes such as 100 or 64KiB";
        return ScalarType.loose(label, "[0-9]+ ?(B|KiB|MiB|GiB)?", scalar -> bytes(scalar, label, least, most));
    }

    /** Reads a number of bytes within bounds. */
    static long bytes(Node.Scalar scalar, String label, long least, long most) throws BadTextException {
        Matcher form = FORM.matcher(scalar.text());
        if (!form.matches()) {
            throw ScalarTypes.mismatch(scalar, label, UNITS);
        }
        Integer shift = SHIFTS.get(form.group(2));
        if (shift == null) {
            throw new BadTextException("unknown unit of bytes '" + form.group(2) + "'", UNITS);
        }
        long bytes = Long.parseLong(form.group(1)) << shift;
        if (bytes < least || bytes > most) {
            throw new BadTextException("'" + scalar.text() + "' is not from " + least + " to " + most + " bytes", "");
        }
        return bytes;
    }
}
