package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry that is limited by a GUID to one type of object, or to children of one type.
 *
 * <p>Without any GUID it would mean what a {@link BasicAce} means, and ace-strings says that text is converted so; here
 * bytes are converted as well, and an object of this class always has at least one GUID. Source: MS-DTYP 2.4.4.3.
 *
 * @param type one of the kinds with GUIDs
 * @param flags inheritance and audit flags
 * @param mask the rights
 * @param objectType the type of object, property or extended right that the entry is about
 * @param inheritedObjectType the type of child that can inherit the entry
 * @param sid the trustee
 */
public record ObjectAce(
        AceType type,
        ImmutableSet<AceFlag> flags,
        AccessMask mask,
        Optional<UUID> objectType,
        Optional<UUID> inheritedObjectType,
        Sid sid)
        implements Ace {

    /** Bytes before the first GUID: header, mask and object flags. */
    static final int FIXED_SIZE = 12;

    static final int GUID_SIZE = 16;
    static final int OBJECT_TYPE_PRESENT = 1;
    static final int INHERITED_OBJECT_TYPE_PRESENT = 2;

    public ObjectAce {
        checkArgument(type.isObject(), "%s has no GUIDs", type);
        checkArgument(
                objectType.isPresent() || inheritedObjectType.isPresent(),
                "an object entry without a GUID is a basic entry");
        flags = Sets.immutableEnumSet(flags);
    }

    /** Makes an object entry, or the basic entry that means the same when there is no GUID. */
    static Ace of(
            AceType type,
            ImmutableSet<AceFlag> flags,
            AccessMask mask,
            Optional<UUID> objectType,
            Optional<UUID> inheritedObjectType,
            Sid sid) {
        return objectType.isEmpty() && inheritedObjectType.isEmpty()
                ? new BasicAce(type.basic(), flags, mask, sid)
                : new ObjectAce(type, flags, mask, objectType, inheritedObjectType, sid);
    }

    int objectFlags() {
        return (objectType.isPresent() ? OBJECT_TYPE_PRESENT : 0)
                | (inheritedObjectType.isPresent() ? INHERITED_OBJECT_TYPE_PRESENT : 0);
    }

    @Override
    public int size() {
        return FIXED_SIZE + GUID_SIZE * Integer.bitCount(objectFlags()) + sid.size();
    }

    @Override
    public String toString() {
        return toSddl();
    }
}
