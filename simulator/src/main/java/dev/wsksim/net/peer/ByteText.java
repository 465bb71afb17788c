package dev.wsksim.net.peer;

import dev.wsksim.net.packet.ByteSlice;

/** Shows bytes to people: in hexadecimal, and as text where they are ASCII. */
final class ByteText {

    /** How many bytes are shown; of more, the rest is counted. */
    static final int SHOWN = 16;

    private static final String DIGITS = "0123456789abcdef";

    private ByteText() {}

    /** Returns the bytes as {@code "hello" (68 65 6c 6c 6f)}, or in hexadecimal only where they are no ASCII text. */
    static String of(ByteSlice bytes) {
        if (bytes.isEmpty()) {
            return "nothing";
        }
        int shown = Math.min(bytes.length(), SHOWN);
        String hex = hex(bytes, shown);
        String rest = shown < bytes.length() ? " and " + (bytes.length() - shown) + " bytes more" : "";
        return isText(bytes, shown) ? '"' + text(bytes, shown) + "\" (" + hex + ")" + rest : hex + rest;
    }

    /** Returns a byte as two digits. */
    static String hex(byte value) {
        return new String(new char[] {DIGITS.charAt((value >> 4) & 0xF), DIGITS.charAt(value & 0xF)});
    }

    private static String hex(ByteSlice bytes, int count) {
        StringBuilder text = new StringBuilder(3 * count);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(hex(bytes.at(i)));
        }
        return text.toString();
    }

    private static boolean isText(ByteSlice bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte value = bytes.at(i);
            boolean printable = value >= ' ' && value <= '~';
            if (!printable && value != '\r' && value != '\n' && value != '\t') {
                return false;
            }
        }
        return true;
    }

    private static String text(ByteSlice bytes, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            char value = (char) bytes.at(i);
            switch (value) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '"', '\\' -> text.append('\\').append(value);
                default -> text.append(value);
            }
        }
        return text.toString();
    }
}
