package dev.wsksim.export.json;

/** Writes one JSON value in one line, member by member, in the order of the calls (RFC 8259). */
public final class JsonLine {

    private static final char LAST_ASCII_PRINTABLE = 0x7e;
    private static final char LAST_CONTROL = 0x9f;
    private static final String HEXADECIMAL = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    /** Opens an object: the whole value, or an element of a list. */
    public JsonLine beginObject() {
        element();
        return mark('{');
    }

    /** Opens an object as a member of another. */
    public JsonLine beginObject(String name) {
        return name(name).mark('{');
    }

    /** Opens a list as a member of an object. */
    public JsonLine beginList(String name) {
        return name(name).mark('[');
    }

    /** Closes the object that was opened last. */
    public JsonLine endObject() {
        return mark('}');
    }

    /** Closes the list that was opened last. */
    public JsonLine endList() {
        return mark(']');
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

    /** Ends the value and its line; another may follow in the next. */
    JsonLine endLine() {
        return mark('\n');
    }

    /** Returns how many characters were written. */
    int length() {
        return out.length();
    }

    /** Takes back what was written behind the first characters, so many. */
    void cut(int length) {
        out.setLength(length);
    }

    private JsonLine name(String name) {
        element();
        quote(name);
        out.append(':');
        return this;
    }

    private JsonLine mark(char c) {
        out.append(c);
        return this;
    }

    /** Separates an element from the one before it: there is none at the beginning and behind what opens. */
    private void element() {
        if (out.length() == 0) {
            return;
        }
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[' && last != '\n') {
            out.append(',');
        }
    }

    private void quote(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= LAST_ASCII_PRINTABLE && c != '"' && c != '\\') {
                continue;
            }
            if (isPair(text, i)) {
                i++;
            } else if (c <= LAST_CONTROL || Character.isSurrogate(c)) {
                out.append(text, written, i);
                escape(c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /** Lone surrogates, which no UTF-8 file can hold, are escaped like control characters. */
    private void escape(char c) {
        out.append('\\');
        if (c == '"' || c == '\\') {
            out.append(c);
            return;
        }
        out.append('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEXADECIMAL.charAt(c >> shift & 0xf));
        }
    }
}
