package dev.wsksim.export.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes one JSON value in one line, member by member, in the order of the calls (RFC 8259). */
public final class JsonLine {

    private final StringBuilder out = new StringBuilder();
    private final Deque<Boolean> empty = new ArrayDeque<>();

    /** Opens an object: the whole value, or an element of a list. */
    public JsonLine beginObject() {
        element();
        return open('{');
    }

    /** Opens an object as a member of another. */
    public JsonLine beginObject(String name) {
        return name(name).open('{');
    }

    /** Opens a list as a member of an object. */
    public JsonLine beginList(String name) {
        return name(name).open('[');
    }

    /** Closes the object that was opened last. */
    public JsonLine endObject() {
        return close('}');
    }

    /** Closes the list that was opened last. */
    public JsonLine endList() {
        return close(']');
    }

    /** Writes a text member. */
    public JsonLine text(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    /** Writes a number member. */
    public JsonLine number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Writes a truth member. */
    public JsonLine flag(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Writes a text element of a list. */
    public JsonLine element(String value) {
        element();
        quote(value);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private JsonLine name(String name) {
        element();
        quote(name);
        out.append(':');
        return this;
    }

    private JsonLine open(char bracket) {
        out.append(bracket);
        empty.push(true);
        return this;
    }

    private JsonLine close(char bracket) {
        empty.pop();
        out.append(bracket);
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
    }

    /** Lone surrogates, which no UTF-8 file can hold, are escaped like control characters. */
    private void quote(String text) {
        out.append('"');
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
            } else if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                out.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        out.append('"');
    }
}
