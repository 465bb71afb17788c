package dev.wsksim.net.peer;

import com.google.common.base.Utf8;
import dev.wsksim.net.packet.ByteSlice;
import java.nio.charset.StandardCharsets;

/** A sequence of bytes that a scripted end sends or expects, of any length without being held in memory. */
public sealed interface Content {

    /** Returns how many bytes there are. */
    long length();

    /** Returns the byte at a place, counted from 0. */
    byte at(long index);

    /** Copies bytes from a place on into the beginning of an array. */
    default void copyTo(long from, byte[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = at(from + i);
        }
    }

    /** Returns the bytes of a text in UTF-8. */
    static Content text(String text) {
        return new Literal(ByteSlice.of(text.getBytes(StandardCharsets.UTF_8), 0, Utf8.encodedLength(text)));
    }

    /**
     * Bytes as they are.
     *
     * @param bytes the bytes
     */
    record Literal(ByteSlice bytes) implements Content {

        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public byte at(long index) {
            return bytes.at((int) index);
        }

        @Override
        public void copyTo(long from, byte[] into, int count) {
            bytes.copyTo((int) from, into, 0, count);
        }

        @Override
        public String toString() {
            return ByteText.of(bytes);
        }
    }

    /**
     * The numbers 0 to 255 over and over, in which a place is easily found again.
     *
     * @param length how many bytes
     */
    record Counting(long length) implements Content {

        public Counting {
            requireLength(length);
        }

        @Override
        public byte at(long index) {
            return (byte) index;
        }

        @Override
        public String toString() {
            return length + " bytes that count";
        }
    }

    /**
     * One byte over and over.
     *
     * @param length how many bytes
     * @param value the byte
     */
    record Filled(long length, byte value) implements Content {

        public Filled {
            requireLength(length);
        }

        @Override
        public byte at(long index) {
            return value;
        }

        @Override
        public String toString() {
            return length + " bytes " + ByteText.hex(value);
        }
    }

    /**
     * Bytes without a pattern, which follow from a seed of their own: eight bytes at a time are one number of
     * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), lowest byte first.
     *
     * @param length how many bytes
     * @param seed the seed
     */
    record Seeded(long length, long seed) implements Content {

        private static final long GAMMA = 0x9E3779B97F4A7C15L;
        private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
        private static final long MIX_2 = 0x94D049BB133111EBL;

        public Seeded {
            requireLength(length);
        }

        @Override
        public byte at(long index) {
            return (byte) (word(index >>> 3) >>> (Byte.SIZE * (index & 7)));
        }

        private long word(long number) {
            long mixed = seed + (number + 1) * GAMMA;
            mixed = (mixed ^ (mixed >>> 30)) * MIX_1;
            mixed = (mixed ^ (mixed >>> 27)) * MIX_2;
            return mixed ^ (mixed >>> 31);
        }

        @Override
        public String toString() {
            return length + " bytes of seed " + seed;
        }
    }

    private static void requireLength(long length) {
        if (length < 1) {
            throw new IllegalArgumentException("there is at least 1 byte, but here are " + length);
        }
    }
}
