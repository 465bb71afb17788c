package dev.wsksim.net.packet.codec;

import java.nio.ByteBuffer;

/**
 * The Internet checksum: the one's complement of the one's complement sum of 16-bit words (RFC 1071 section 1).
 *
 * <p>The sum is kept in 64 bits and folded at the end ("deferred carries", RFC 1071 section 2(C)). Whatever is added
 * before the last piece has to have an even number of bytes.
 */
final class InternetChecksum {

    private static final int WORD_BITS = 16;
    private static final long WORD_MASK = 0xFFFF;

    private long sum;

    /** Adds one 16-bit word. */
    InternetChecksum addWord(int word) {
        sum += word & WORD_MASK;
        return this;
    }

    /** Adds the two words of a 32-bit number. */
    InternetChecksum addInt(int number) {
        return addWord(number >>> WORD_BITS).addWord(number);
    }

    /** Adds the four words of a 64-bit number. */
    InternetChecksum addLong(long number) {
        return addInt((int) (number >>> Integer.SIZE)).addInt((int) number);
    }

    /** Adds bytes of a buffer from an index up to another; an odd last byte counts as if a zero followed. */
    InternetChecksum add(ByteBuffer bytes, int begin, int end) {
        int at = begin;
        for (; at + 1 < end; at += Short.BYTES) {
            addWord(bytes.getShort(at));
        }
        return at < end ? addWord((bytes.get(at) & 0xFF) << Byte.SIZE) : this;
    }

    /** Returns the checksum to be stored; 0 where the bytes hold their own right checksum already. */
    int value() {
        long folded = sum;
        while (folded >>> WORD_BITS != 0) {
            folded = (folded & WORD_MASK) + (folded >>> WORD_BITS);
        }
        return (int) (~folded & WORD_MASK);
    }
}
