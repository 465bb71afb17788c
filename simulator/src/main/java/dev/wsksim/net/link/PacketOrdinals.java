package dev.wsksim.net.link;

import com.google.common.primitives.ImmutableLongArray;

/**
 * Which packets of a sequence are meant, counted from 1.
 *
 * @param bounds first and last number of one range after the other
 * @param every of these, those whose number is a multiple of this; 1 for all
 */
public record PacketOrdinals(ImmutableLongArray bounds, long every) {

    /** All of them. */
    public static final PacketOrdinals ALL = new PacketOrdinals(ImmutableLongArray.of(1, Long.MAX_VALUE), 1);

    public PacketOrdinals {
        if (bounds.isEmpty() || bounds.length() % 2 != 0) {
            throw new IllegalArgumentException("ranges have two bounds each, and there is at least one");
        }
        if (every < 1) {
            throw new IllegalArgumentException("there is no packet number divisible by " + every);
        }
        for (int i = 0; i < bounds.length(); i += 2) {
            if (bounds.get(i) < 1 || bounds.get(i + 1) < bounds.get(i)) {
                throw new IllegalArgumentException(
                        "packets are counted from 1, not from " + bounds.get(i) + " to " + bounds.get(i + 1));
            }
        }
    }

    /** Returns the packets with these numbers. */
    public static PacketOrdinals of(long... numbers) {
        ImmutableLongArray.Builder bounds = ImmutableLongArray.builder(2 * numbers.length);
        for (long number : numbers) {
            bounds.add(number).add(number);
        }
        return new PacketOrdinals(bounds.build(), 1);
    }

    /** Returns those of these packets whose number is a multiple of a number. */
    public PacketOrdinals every(long divisor) {
        return new PacketOrdinals(bounds, divisor);
    }

    boolean isAll() {
        return equals(ALL);
    }

    boolean contains(long number) {
        if (number % every != 0) {
            return false;
        }
        for (int i = 0; i < bounds.length(); i += 2) {
            if (number >= bounds.get(i) && number <= bounds.get(i + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        if (every > 1 && bounds.equals(ALL.bounds)) {
            return "divisible by " + every;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bounds.length(); i += 2) {
            text.append(i == 0 ? "" : ", ").append(bounds.get(i));
            if (bounds.get(i + 1) != bounds.get(i)) {
                text.append('-').append(bounds.get(i + 1));
            }
        }
        return text + (every > 1 ? " divisible by " + every : "");
    }
}
