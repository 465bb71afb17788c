package dev.wsksim.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed as scenarios have it: a whole number from 0, decimal or hexadecimal with 0x before it. */
final class SeedConverter implements ITypeConverter<Long> {
    private static final String HINT = "a seed is a whole number from 0, such as 7 or 0x2A";

    @Override
    public Long convert(String text) {
        boolean hexadecimal = text.startsWith("0x");
        String digits = hexadecimal ? text.substring(2) : text;
        if (!digits.matches(hexadecimal ? "[0-9a-fA-F]+" : "-?[0-9]+")) {
            throw new TypeConversionException("'" + text + "' is not a whole number; " + HINT);
        }
        if (digits.startsWith("-")) {
            throw new TypeConversionException("'" + text + "' is negative; " + HINT);
        }
        try {
            return Long.parseLong(digits, hexadecimal ? 16 : 10);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is too large; " + HINT);
        }
    }
}
