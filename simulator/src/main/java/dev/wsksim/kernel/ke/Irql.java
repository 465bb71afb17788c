package dev.wsksim.kernel.ke;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * An interrupt request level of x64 Windows, with its C name.
 *
 * <p>Levels 3 to 12 belong to devices and have no name of their own; they are written {@code DIRQL 3} to {@code DIRQL
 * 12}. There is one object per level.
 *
 * <p>Source: managing-hardware-priorities; the numbers above DISPATCH_LEVEL are those of {@code wdm.h} for x64.
 */
public final class Irql implements Comparable<Irql> {

    private static final int LEVELS = 16;
    private static final int FIRST_DEVICE_LEVEL = 3;
    private static final int LAST_DEVICE_LEVEL = 12;
    private static final Irql[] ALL = all();
    private static final ImmutableMap<String, Irql> BY_NAME = byName();

    /** Ordinary threads: everything is allowed, paging and waiting included. */
    public static final Irql PASSIVE_LEVEL = ALL[0];

    /** Asynchronous procedure calls are held off; waiting is still allowed. */
    public static final Irql APC_LEVEL = ALL[1];

    /** The scheduler is held off, as in a deferred procedure call or under a spin lock: no waiting, no paged memory. */
    public static final Irql DISPATCH_LEVEL = ALL[2];

    /** The clock interrupt. */
    public static final Irql CLOCK_LEVEL = ALL[13];

    /** Interrupts between processors. */
    public static final Irql IPI_LEVEL = ALL[14];

    /** Everything is held off. */
    public static final Irql HIGH_LEVEL = ALL[15];

    private final int level;
    private final String name;

    private Irql(int level, String name) {
        this.level = level;
        this.name = name;
    }

    /** Returns the IRQL of a level from 0 to 15. */
    public static Irql of(int level) {
        if (level < 0 || level >= LEVELS) {
            throw new IllegalArgumentException("an IRQL of x64 is between 0 and 15, but this one is " + level);
        }
        return ALL[level];
    }

    /** Finds an IRQL by its name, such as {@code DISPATCH_LEVEL} or {@code DIRQL 5}. */
    public static Optional<Irql> parse(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the number of the level. */
    public int level() {
        return level;
    }

    /** Tells whether this level is strictly above another one. */
    public boolean isAbove(Irql other) {
        return level > other.level;
    }

    /** Tells whether this is the level of a device's interrupt. */
    public boolean isDeviceLevel() {
        return level >= FIRST_DEVICE_LEVEL && level <= LAST_DEVICE_LEVEL;
    }

    @Override
    public int compareTo(Irql other) {
        return Integer.compare(level, other.level);
    }

    /** Returns the C name, or {@code DIRQL n} for a device level. */
    @Override
    public String toString() {
        return name;
    }

    private static Irql[] all() {
        Irql[] all = new Irql[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            all[level] = new Irql(level, nameOf(level));
        }
        return all;
    }

    private static String nameOf(int level) {
        return switch (level) {
            case 0 -> "PASSIVE_LEVEL";
            case 1 -> "APC_LEVEL";
            case 2 -> "DISPATCH_LEVEL";
            case 13 -> "CLOCK_LEVEL";
            case 14 -> "IPI_LEVEL";
            case 15 -> "HIGH_LEVEL";
            default -> "DIRQL " + level;
        };
    }

    private static ImmutableMap<String, Irql> byName() {
        ImmutableMap.Builder<String, Irql> byName = ImmutableMap.builder();
        for (Irql irql : ALL) {
            byName.put(irql.name, irql);
        }
        return byName.buildOrThrow();
    }
}
