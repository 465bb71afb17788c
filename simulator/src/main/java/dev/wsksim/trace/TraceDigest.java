package dev.wsksim.trace;

import com.google.common.io.BaseEncoding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Sums a trace up in a SHA-256: two runs with the same digest did the same things at the same times for the same
 * reasons.
 *
 * <p>What is summed: each entry's time and cause, its layer, kind and fields in order, every field with the letter of
 * its type, every text with its length, and an end mark, so that no two traces run into each other. The number is left
 * out, since it is the count of entries. Names of fields are left out too, since the kind decides them.
 */
public final class TraceDigest implements TraceSink, FieldVisitor {

    private static final int BUFFER_BYTES = 8192;

    private final MessageDigest sha256;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;

    /** Makes the digest of an empty trace. */
    public TraceDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void accept(TraceEntry entry) {
        putLong(entry.timeNanos());
        putLong(entry.cause());
        TraceRecord record = entry.record();
        putText(record.layer().label());
        putText(record.kind());
        record.visit(this);
        putByte('e');
    }

    @Override
    public void text(String name, String value) {
        putByte('t');
        putText(value);
    }

    @Override
    public void number(String name, long value) {
        putByte('n');
        putLong(value);
    }

    @Override
    public void flag(String name, boolean value) {
        putByte(value ? 'y' : 'f');
    }

    @Override
    public void nanos(String name, long nanos) {
        putByte('d');
        putLong(nanos);
    }

    /** Returns the digest of everything so far as 64 lower-case hexadecimal digits; more may follow. */
    public String hex() {
        flush();
        try {
            MessageDigest copy = (MessageDigest) sha256.clone();
            return BaseEncoding.base16().lowerCase().encode(copy.digest());
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("the JDK's SHA-256 can be cloned", impossible);
        }
    }

    private void putText(String text) {
        int length = text.length();
        putLong(length);
        int done = 0;
        while (done < length) {
            if (filled > BUFFER_BYTES - Character.BYTES) {
                flush();
            }
            int end = Math.min(length, done + (BUFFER_BYTES - filled) / Character.BYTES);
            putChars(text, done, end);
            done = end;
        }
    }

    /** Adds characters for which there is room, in a loop that asks for nothing but them. */
    private void putChars(String text, int begin, int end) {
        byte[] bytes = buffer;
        int at = filled;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            bytes[at] = (byte) c;
            bytes[at + 1] = (byte) (c >> 8);
            at += Character.BYTES;
        }
        filled = at;
    }

    private void putLong(long value) {
        if (filled > BUFFER_BYTES - Long.BYTES) {
            flush();
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[filled++] = (byte) (value >>> shift);
        }
    }

    private void putByte(int value) {
        if (filled == BUFFER_BYTES) {
            flush();
        }
        buffer[filled++] = (byte) value;
    }

    private void flush() {
        sha256.update(buffer, 0, filled);
        filled = 0;
    }
}
