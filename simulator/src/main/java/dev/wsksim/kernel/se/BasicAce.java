package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * An entry without GUIDs: allow, deny, audit, alarm, or mandatory label.
 *
 * <p>Source: MS-DTYP 2.4.4.2, 2.4.4.4, 2.4.4.10, 2.4.4.13.
 *
 * @param type one of the kinds without GUIDs
 * @param flags inheritance and audit flags
 * @param mask the rights
 * @param sid the trustee
 */
public record BasicAce(AceType type, ImmutableSet<AceFlag> flags, AccessMask mask, Sid sid) implements Ace {

    /** Bytes before the SID: header and mask. */
    static final int FIXED_SIZE = 8;

    public BasicAce {
        checkArgument(!type.isObject(), "%s needs an ObjectAce", type);
        checkArgument(acceptsTrustee(type, sid), "a mandatory label needs a SID S-1-16-..., not %s", sid);
        flags = Sets.immutableEnumSet(flags);
    }

    /** Returns true unless the entry is a mandatory label and the SID is not an integrity level (MS-DTYP 2.4.4.13). */
    static boolean acceptsTrustee(AceType type, Sid sid) {
        return type != AceType.SYSTEM_MANDATORY_LABEL || sid.authority() == WellKnownSids.MANDATORY_LABEL_AUTHORITY;
    }

    @Override
    public int size() {
        return FIXED_SIZE + sid.size();
    }

    @Override
    public String toString() {
        return toSddl();
    }
}
