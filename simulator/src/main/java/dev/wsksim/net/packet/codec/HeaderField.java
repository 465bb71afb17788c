package dev.wsksim.net.packet.codec;

/** Fits numbers into header fields, and refuses those that do not fit. */
final class HeaderField {

    private HeaderField() {}

    /** Returns a number as an unsigned field of 8 bits. */
    static byte unsigned8(String name, int value) {
        return (byte) checked(name, value, Byte.SIZE);
    }

    /** Returns a number as an unsigned field of 16 bits. */
    static short unsigned16(String name, int value) {
        return (short) checked(name, value, Short.SIZE);
    }

    private static int checked(String name, int value, int bits) {
        if (value < 0 || value >>> bits != 0) {
            throw new IllegalArgumentException("the " + name + " has " + bits + " bits, too few for " + value);
        }
        return value;
    }
}
