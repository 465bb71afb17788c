package dev.wsksim.scenario.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Writes one JSON value member by member, indented, in the order of the calls (RFC 8259). */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> empty = new ArrayDeque<>();
    private final String margin;

    /** Makes a writer whose lines, except the first, begin with this margin. */
    public JsonText(String margin) {
        this.margin = margin;
    }

    /** Opens an object as the whole value or as an element of a list. */
    public JsonText beginObject() {
        element();
        return open('{');
    }

    /** Opens an object as a member of an object. */
    public JsonText beginObject(String name) {
        return name(name).open('{');
    }

    /** Opens a list as a member of an object. */
    public JsonText beginList(String name) {
        return name(name).open('[');
    }

    /** Closes what was opened last. */
    public JsonText end(char bracket) {
        boolean wasEmpty = empty.pop();
        if (!wasEmpty) {
            newLine();
        }
        out.append(bracket);
        return this;
    }

    /** Writes a text member. */
    public JsonText text(String name, String value) {
        name(name);
        quote(value, out);
        return this;
    }

    /** Writes a number member. */
    public JsonText number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Writes a truth member. */
    public JsonText flag(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Writes a text element of a list. */
    public JsonText element(String value) {
        element();
        quote(value, out);
        return this;
    }

    /** Writes a list of numbers as a member of an object, in one line. */
    public JsonText numbers(String name, LongStream values) {
        name(name);
        out.append(values.mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]")));
        return this;
    }

    /** Writes an element that is JSON already. */
    public JsonText raw(String json) {
        element();
        out.append(json);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private JsonText name(String name) {
        element();
        quote(name, out);
        out.append(": ");
        return this;
    }

    private JsonText open(char bracket) {
        out.append(bracket);
        empty.push(true);
        return this;
    }

    private void element() {
        if (empty.isEmpty()) {
            return;
        }
        if (!empty.pop()) {
            out.append(',');
        }
        empty.push(false);
        newLine();
    }

    private void newLine() {
        out.append('\n').append(margin).append("  ".repeat(empty.size()));
    }

    /**
     * Appends a text in quotes; lone surrogates, which no UTF-8 file can hold, and U+FFFE and U+FFFF, which not every
     * reader takes, are escaped like control characters.
     */
    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
            } else if (point == '\n') {
                out.append("\\n");
            } else if (isEscaped(point)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        }
        out.append('"');
    }

    private static boolean isEscaped(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || point == 0xFFFE
                || point == 0xFFFF;
    }
}
