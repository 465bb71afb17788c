package dev.wsksim.wsk.name;

/**
 * UNICODE_STRING: a buffer of UTF-16 characters in the driver's memory, with a length and a capacity in bytes.
 *
 * <p>{@code Length} counts the text without a terminating NUL, {@code MaximumLength} the whole buffer. The name functions
 * want a NUL behind the text: as input it has to be there, as output there must be room for it. Source:
 * ns-ntdef-_unicode_string, nc-wsk-pfn_wsk_get_name_info.
 */
public final class UnicodeString {

    private static final int MAX_BYTES = 0xFFFE;

    private final int maximumLength;
    private String text;

    private UnicodeString(String text, int maximumLength) {
        if (maximumLength < 0 || maximumLength > MAX_BYTES || Character.BYTES * text.length() > maximumLength) {
            throw new IllegalArgumentException("a UNICODE_STRING of " + maximumLength + " bytes cannot hold "
                    + Character.BYTES * text.length() + " bytes");
        }
        this.text = text;
        this.maximumLength = maximumLength;
    }

    /** Makes a string with a text and a terminating NUL. */
    public static UnicodeString of(String text) {
        return new UnicodeString(text, Character.BYTES * (text.length() + 1));
    }

    /**
     * Makes a string with a text in a buffer of this size; where there is no room for it, there is no terminating NUL.
     *
     * @param maximumLength the size of the buffer in bytes
     */
    public static UnicodeString of(String text, int maximumLength) {
        return new UnicodeString(text, maximumLength);
    }

    /**
     * Makes an empty buffer for output.
     *
     * @param maximumLength its size in bytes
     */
    public static UnicodeString buffer(int maximumLength) {
        return new UnicodeString("", maximumLength);
    }

    /** Returns {@code Length}, in bytes. */
    public int length() {
        return Character.BYTES * text.length();
    }

    /** Returns {@code MaximumLength}, in bytes. */
    public int maximumLength() {
        return maximumLength;
    }

    /** Returns the text, without a terminating NUL. */
    public String text() {
        return text;
    }

    /** Tells whether there is room for a terminating NUL behind the text. */
    public boolean isTerminated() {
        return length() + Character.BYTES <= maximumLength;
    }

    /** Returns how many bytes a text needs together with its terminating NUL. */
    public static int bytesFor(String text) {
        return Character.BYTES * (text.length() + 1);
    }

    /** Writes a text and a terminating NUL, for which there must be room. */
    public void write(String newText) {
        if (bytesFor(newText) > maximumLength) {
            throw new IllegalArgumentException(
                    bytesFor(newText) + " bytes do not fit into a UNICODE_STRING of " + maximumLength);
        }
        text = newText;
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return text;
    }
}
