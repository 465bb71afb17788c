package dev.wsksim.net.packet;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Bytes that a packet carries: a piece of an array whose content never changes again.
 *
 * <p>Many packets may share one array, so that data which is segmented, sent again or carried over many links is never
 * copied on its way. Whoever makes a slice promises that nobody writes to its part of the array from then on.
 */
public final class ByteSlice {

    /** No bytes. */
    public static final ByteSlice EMPTY = new ByteSlice(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private ByteSlice(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Returns a slice of an array that is given away: its part from offset on is never written again. */
    public static ByteSlice of(byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || offset > array.length - length) {
            throw new IllegalArgumentException(
                    "no slice of " + array.length + " bytes has " + length + " bytes from " + offset + " on");
        }
        return length == 0 ? EMPTY : new ByteSlice(array, offset, length);
    }

    /** Returns a slice with a copy of these bytes. */
    public static ByteSlice copyOf(byte... bytes) {
        return of(bytes.clone(), 0, bytes.length);
    }

    /** Returns how many bytes there are. */
    public int length() {
        return length;
    }

    /** Tells whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** Returns the byte at a place, counted from 0. */
    public byte at(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("no byte " + index + " in " + length);
        }
        return array[offset + index];
    }

    /** Returns the unsigned number of 16 bits at a place, as headers have it: the upper byte first. */
    public int unsigned16At(int index) {
        return (at(index) & 0xFF) << Byte.SIZE | (at(index + 1) & 0xFF);
    }

    /** Returns a part of this slice, which shares its array. */
    public ByteSlice slice(int from, int newLength) {
        if (from < 0 || newLength < 0 || from > length - newLength) {
            throw new IllegalArgumentException("no slice of " + length + " bytes has " + newLength + " from " + from);
        }
        return newLength == length ? this : of(array, offset + from, newLength);
    }

    /** Copies bytes from a place on into an array. */
    public void copyTo(int from, byte[] into, int intoOffset, int count) {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IndexOutOfBoundsException("no " + count + " bytes from " + from + " in " + length);
        }
        System.arraycopy(array, offset + from, into, intoOffset, count);
    }

    /** Copies all bytes to the position of a buffer. */
    public void putInto(ByteBuffer out) {
        out.put(array, offset, length);
    }

    /** Returns a copy of the bytes. */
    public byte[] toByteArray() {
        byte[] copy = new byte[length];
        System.arraycopy(array, offset, copy, 0, length);
        return copy;
    }

    /** Returns the CRC-32C of the bytes, by which traces tell data from other data of the same length. */
    public long crc32c() {
        CRC32C crc = new CRC32C();
        crc.update(array, offset, length);
        return crc.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSlice that
                && ByteBuffer.wrap(array, offset, length).equals(ByteBuffer.wrap(that.array, that.offset, that.length));
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(array, offset, length).hashCode();
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
