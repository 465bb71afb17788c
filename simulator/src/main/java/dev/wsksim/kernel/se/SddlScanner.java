package dev.wsksim.kernel.se;

import com.google.common.base.Ascii;

/**
 * A cursor over SDDL text that knows its place for error messages.
 *
 * <p>Only ASCII letters have a case here: with Unicode rules, letters such as the long s would pass for an S.
 */
final class SddlScanner {

    private final String text;
    private final int end;
    private int position;

    SddlScanner(String text) {
        this(text, 0, text.length());
    }

    /** Makes a scanner over a part of the text; positions count from the start of the whole text. */
    SddlScanner(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    boolean atEnd() {
        return position >= end;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    String text() {
        return text;
    }

    char peek() {
        return text.charAt(position);
    }

    void advance(int count) {
        position += count;
    }

    /** Takes the given text if it comes next, whatever its case. */
    boolean accept(String expected) {
        if (!startsWith(expected)) {
            return false;
        }
        position += expected.length();
        return true;
    }

    boolean startsWith(String expected) {
        int expectedEnd = position + expected.length();
        return expectedEnd <= end && Ascii.equalsIgnoreCase(text.subSequence(position, expectedEnd), expected);
    }

    void skipSpace() {
        while (!atEnd() && " \t\r\n".indexOf(peek()) >= 0) {
            position++;
        }
    }

    /** Takes up to {@code limit} digits of the radix. */
    String takeDigits(int radix, int limit) {
        int start = position;
        while (!atEnd() && position - start < limit && isDigit(peek(), radix)) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Returns the next {@code count} characters, fewer at the end, in upper case, without taking them. */
    String lookAhead(int count) {
        return Ascii.toUpperCase(text.substring(position, Math.min(end, position + count)));
    }

    SddlException error(String problem, String hint) {
        return errorAt(position, problem, hint);
    }

    SddlException errorAt(int where, String problem, String hint) {
        return new SddlException(where, problem, hint, false);
    }

    SddlException unsupportedAt(int where, String problem, String hint) {
        return new SddlException(where, problem, hint, true);
    }

    /** Digits are ASCII only: {@link Character#digit} alone would take the digits of every script. */
    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }
}
