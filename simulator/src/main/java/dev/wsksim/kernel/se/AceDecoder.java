package dev.wsksim.kernel.se;

import static dev.wsksim.kernel.NtStatus.STATUS_INVALID_ACL;
import static dev.wsksim.kernel.NtStatus.STATUS_NOT_SUPPORTED;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads one entry of a list from bytes. Layouts: MS-DTYP 2.4.4. */
final class AceDecoder {

    private static final int HEADER_SIZE = 4;
    private static final int ALL_OBJECT_FLAGS = ObjectAce.OBJECT_TYPE_PRESENT | ObjectAce.INHERITED_OBJECT_TYPE_PRESENT;

    /** The last AceType that Windows defines, an access filter. */
    private static final int LAST_TYPE = 0x15;

    private static final int COMPOUND_TYPE = 0x04;

    private final DescriptorBytes in;
    private final int at;
    private final int size;

    /**
     * Makes a decoder for the entry at an offset.
     *
     * @param listEnd the offset behind the list
     */
    AceDecoder(DescriptorBytes in, int at, int listEnd) throws SecurityFormatException {
        this.in = in;
        this.at = at;
        in.requireAcl(at, HEADER_SIZE, listEnd);
        this.size = in.u16(at + 2);
        if (size % 4 != 0 || size < HEADER_SIZE) {
            throw bad("the entry's size is " + size);
        }
        in.requireAcl(at, size, listEnd);
    }

    /** Returns the entry's length in bytes. */
    int size() {
        return size;
    }

    Ace decode(SddlList list, int revision) throws SecurityFormatException {
        AceType type = type();
        if (type.belongsInDacl() != (list == SddlList.DACL)) {
            throw bad(type + " has no effect in a " + list);
        }
        if (type.isObject() && revision != Acl.REVISION_DS) {
            throw bad(type + " needs an ACL of revision 4, not " + revision);
        }
        ImmutableSet<AceFlag> flags = flags();
        return type.isObject() ? object(type, flags) : basic(type, flags);
    }

    private AceType type() throws SecurityFormatException {
        int code = in.u8(at);
        Optional<AceType> type = AceType.byCode(code);
        if (type.isPresent()) {
            return type.get();
        }
        String problem = String.format(Locale.ROOT, "entries of type 0x%02X are not simulated", code);
        throw code > LAST_TYPE || code == COMPOUND_TYPE
                ? bad(problem)
                : new SecurityFormatException(STATUS_NOT_SUPPORTED, at, problem);
    }

    private ImmutableSet<AceFlag> flags() throws SecurityFormatException {
        int bits = in.u8(at + 1);
        ImmutableSet<AceFlag> flags = AceFlag.fromBits(bits);
        if (AceFlag.toBits(flags) != bits) {
            throw new SecurityFormatException(STATUS_NOT_SUPPORTED, at + 1, "the entry flag 0x20 is not simulated");
        }
        return flags;
    }

    private Ace basic(AceType type, ImmutableSet<AceFlag> flags) throws SecurityFormatException {
        requireSize(BasicAce.FIXED_SIZE);
        Sid sid = sid(BasicAce.FIXED_SIZE);
        if (!BasicAce.acceptsTrustee(type, sid)) {
            throw bad("a mandatory label needs an integrity level, not " + sid);
        }
        return new BasicAce(type, flags, mask(), sid);
    }

    private Ace object(AceType type, ImmutableSet<AceFlag> flags) throws SecurityFormatException {
        requireSize(ObjectAce.FIXED_SIZE);
        int present = in.i32(at + 8);
        if ((present & ~ALL_OBJECT_FLAGS) != 0) {
            throw bad("the entry has undefined object flags");
        }
        int sidAt = ObjectAce.FIXED_SIZE + ObjectAce.GUID_SIZE * Integer.bitCount(present);
        requireSize(sidAt);
        boolean hasType = (present & ObjectAce.OBJECT_TYPE_PRESENT) != 0;
        boolean hasInherited = (present & ObjectAce.INHERITED_OBJECT_TYPE_PRESENT) != 0;
        Optional<UUID> objectType = hasType ? guid(ObjectAce.FIXED_SIZE) : Optional.empty();
        Optional<UUID> inherited = hasInherited ? guid(sidAt - ObjectAce.GUID_SIZE) : Optional.empty();
        return ObjectAce.of(type, flags, mask(), objectType, inherited, sid(sidAt));
    }

    private AccessMask mask() {
        return new AccessMask(in.i32(at + HEADER_SIZE));
    }

    private Optional<UUID> guid(int offset) {
        return Optional.of(in.guid(at + offset));
    }

    /** Reads the SID, which must fill the rest of the entry. */
    private Sid sid(int offset) throws SecurityFormatException {
        Sid sid = in.sid(at + offset, at + size);
        if (offset + sid.size() != size) {
            throw bad("the entry's size is " + size + " instead of " + (offset + sid.size()));
        }
        return sid;
    }

    private void requireSize(int needed) throws SecurityFormatException {
        if (size < needed) {
            throw bad("the entry needs " + needed + " bytes and has " + size);
        }
    }

    private SecurityFormatException bad(String problem) {
        return new SecurityFormatException(STATUS_INVALID_ACL, at, problem);
    }
}
