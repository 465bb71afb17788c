package dev.wsksim.kernel.se;

import java.util.Optional;

/**
 * What a security descriptor has in the place of an access control list: nothing, a NULL pointer, or a list.
 *
 * <p>The three differ: no DACL and a NULL DACL let everybody do everything, an empty DACL lets nobody do anything.
 * Source: null-dacls-and-empty-dacls.
 *
 * @param isPresent the SE_DACL_PRESENT or SE_SACL_PRESENT bit
 * @param acl the list; empty when the bit is clear or the pointer is NULL
 */
public record AclSlot(boolean isPresent, Optional<Acl> acl) {

    /** The present bit is clear. */
    public static final AclSlot ABSENT = new AclSlot(false, Optional.empty());

    /** The present bit is set and the pointer is NULL. */
    public static final AclSlot NULL = new AclSlot(true, Optional.empty());

    public AclSlot {
        if (!isPresent && acl.isPresent()) {
            throw new IllegalArgumentException("a list needs the present bit");
        }
    }

    /** Makes a slot with a list, which may have no entries. */
    public static AclSlot of(Acl acl) {
        return new AclSlot(true, Optional.of(acl));
    }

    /** Returns true for the NULL pointer with the present bit set. */
    public boolean isNull() {
        return isPresent && acl.isEmpty();
    }
}
