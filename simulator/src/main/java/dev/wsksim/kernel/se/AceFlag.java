package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Set;

/**
 * A flag of an access control entry: how it is inherited, and for audits when it speaks.
 *
 * <p>Sources: ace-strings, MS-DTYP 2.4.4.1. The order is the one in which Windows writes the letters.
 */
public enum AceFlag {
    OBJECT_INHERIT(0x01, "OI"),
    CONTAINER_INHERIT(0x02, "CI"),
    NO_PROPAGATE_INHERIT(0x04, "NP"),
    /** The entry says nothing about this object, only about what inherits from it. */
    INHERIT_ONLY(0x08, "IO"),
    INHERITED(0x10, "ID"),
    SUCCESSFUL_ACCESS(0x40, "SA"),
    FAILED_ACCESS(0x80, "FA");

    private final int bit;
    private final String sddl;

    AceFlag(int bit, String sddl) {
        this.bit = bit;
        this.sddl = sddl;
    }

    int bit() {
        return bit;
    }

    /** Returns the two letters in SDDL. */
    public String sddl() {
        return sddl;
    }

    static int toBits(Set<AceFlag> flags) {
        return flags.stream().mapToInt(AceFlag::bit).reduce(0, (left, right) -> left | right);
    }

    /** Returns the flags of a byte; a bit without a flag is left out, so the caller compares {@link #toBits}. */
    static ImmutableSet<AceFlag> fromBits(int bits) {
        EnumSet<AceFlag> flags = EnumSet.noneOf(AceFlag.class);
        for (AceFlag flag : values()) {
            if ((bits & flag.bit) != 0) {
                flags.add(flag);
            }
        }
        return Sets.immutableEnumSet(flags);
    }
}
