package dev.wsksim.engine;

import java.util.Optional;

/**
 * A probability as a ratio of two whole numbers, so that it means the same on every machine.
 *
 * @param numerator how many of the cases, from 0 to {@code denominator}
 * @param denominator of how many, at least 1
 */
public record Ratio(long numerator, long denominator) {

    /** Never. */
    public static final Ratio ZERO = new Ratio(0, 1);

    /** Always. */
    public static final Ratio ONE = new Ratio(1, 1);

    public Ratio {
        if (denominator < 1 || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("not a ratio between 0 and 1: " + numerator + "/" + denominator);
        }
    }

    /** Returns the ratio {@code numerator/denominator}. */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(numerator, denominator);
    }

    /**
     * Returns the ratio written as {@code 1/100}, {@code 1%} or {@code 0.25%}, or nothing where the text is none of
     * these.
     */
    public static Optional<Ratio> parse(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash >= 0) {
                return between(wholeNumber(text.substring(0, slash)), wholeNumber(text.substring(slash + 1)));
            }
            return text.endsWith("%") ? percent(text.substring(0, text.length() - 1)) : Optional.empty();
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return Optional.empty();
        }
    }

    /** Tells whether this ratio is 0, in which case no random number needs to be drawn. */
    public boolean isZero() {
        return numerator == 0;
    }

    private static Optional<Ratio> percent(String text) {
        int dot = text.indexOf('.');
        String fraction = dot < 0 ? "" : text.substring(dot + 1);
        if (dot >= 0 && fraction.isEmpty()) {
            return Optional.empty();
        }
        long scale = 100;
        for (int i = 0; i < fraction.length(); i++) {
            scale = Math.multiplyExact(scale, 10L);
        }
        return between(wholeNumber(dot < 0 ? text : text.substring(0, dot) + fraction), scale);
    }

    private static Optional<Ratio> between(long numerator, long denominator) {
        boolean valid = denominator >= 1 && numerator <= denominator;
        return valid ? Optional.of(new Ratio(numerator, denominator)) : Optional.empty();
    }

    private static long wholeNumber(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException(digits);
        }
        return Long.parseLong(digits);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
