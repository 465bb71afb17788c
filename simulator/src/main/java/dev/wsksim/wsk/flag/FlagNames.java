package dev.wsksim.wsk.flag;

import com.google.common.collect.ImmutableMap;

/** The C names of the bits of a flags word. */
final class FlagNames {

    private final ImmutableMap<String, Integer> bits;

    private FlagNames(ImmutableMap<String, Integer> bits) {
        this.bits = bits;
    }

    static FlagNames of(String name, int bit) {
        return new FlagNames(ImmutableMap.of(name, bit));
    }

    static FlagNames of(String name1, int bit1, String name2, int bit2) {
        return new FlagNames(ImmutableMap.of(name1, bit1, name2, bit2));
    }

    static FlagNames of(String name1, int bit1, String name2, int bit2, String name3, int bit3) {
        return new FlagNames(ImmutableMap.of(name1, bit1, name2, bit2, name3, bit3));
    }

    static FlagNames of(
            String name1, int bit1, String name2, int bit2, String name3, int bit3, String name4, int bit4) {
        return new FlagNames(ImmutableMap.of(name1, bit1, name2, bit2, name3, bit3, name4, bit4));
    }

    boolean hasUnknown(int value) {
        return unknown(value) != 0;
    }

    private int unknown(int value) {
        int left = value;
        for (int bit : bits.values()) {
            left &= ~bit;
        }
        return left;
    }

    /** Writes the flags as C code would; 0 for none. */
    String text(int value) {
        if (value == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        bits.forEach((name, bit) -> {
            if ((value & bit) != 0) {
                text.append(text.length() == 0 ? "" : " | ").append(name);
            }
        });
        int rest = unknown(value);
        if (rest != 0) {
            text.append(text.length() == 0 ? "" : " | ").append("0x").append(Integer.toHexString(rest));
        }
        return text.toString();
    }
}
