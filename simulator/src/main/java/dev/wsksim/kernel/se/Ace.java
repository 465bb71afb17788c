package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableSet;

/**
 * An access control entry: whom it is about, which rights, and whether they are granted, denied or watched.
 *
 * <p>Sources: MS-DTYP 2.4.4, ace-strings.
 */
public sealed interface Ace permits BasicAce, ObjectAce {

    /** Returns the kind of entry. */
    AceType type();

    /** Returns how the entry is inherited, and for audits when it speaks. */
    ImmutableSet<AceFlag> flags();

    /** Returns the rights it is about; for a mandatory label the policy bits. */
    AccessMask mask();

    /** Returns the trustee; for a mandatory label the integrity level. */
    Sid sid();

    /** Returns the length of the binary form in bytes, a multiple of 4. */
    int size();

    /** Returns true when the entry says something about the object itself, not only about what inherits from it. */
    default boolean isEffective() {
        return !flags().contains(AceFlag.INHERIT_ONLY);
    }

    /** Returns the entry in SDDL, such as {@code (A;;GA;;;SY)}. */
    default String toSddl() {
        return SddlFormatter.ace(this);
    }

    /** Makes an entry that grants rights. */
    static Ace allow(AccessMask mask, Sid sid) {
        return new BasicAce(AceType.ACCESS_ALLOWED, ImmutableSet.of(), mask, sid);
    }

    /** Makes an entry that denies rights. */
    static Ace deny(AccessMask mask, Sid sid) {
        return new BasicAce(AceType.ACCESS_DENIED, ImmutableSet.of(), mask, sid);
    }
}
