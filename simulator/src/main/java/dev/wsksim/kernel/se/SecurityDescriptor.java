package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/**
 * A security descriptor: who owns an object, who may do what with it, and what is watched.
 *
 * <p>Immutable. Text comes in and goes out through {@link Sddl}, bytes through {@link SelfRelative}. Entries must be
 * in the list where they have an effect: allow and deny in the DACL, audit, alarm and label in the SACL. NT only
 * checks the structure and would ignore a misplaced entry; refusing it here finds the mistake. Source: MS-DTYP 2.4.6,
 * security-descriptors.
 *
 * @param owner the owner's SID
 * @param group the primary group's SID
 * @param dacl the list that decides access
 * @param sacl the list of audits and the mandatory label
 * @param control the control bits that the other parts do not tell
 * @param resourceManagerControl the resource manager's byte, 0 unless SE_RM_CONTROL_VALID is set
 */
public record SecurityDescriptor(
        Optional<Sid> owner,
        Optional<Sid> group,
        AclSlot dacl,
        AclSlot sacl,
        ImmutableSet<ControlBit> control,
        int resourceManagerControl) {

    /** A descriptor without any part: everybody may do everything. */
    public static final SecurityDescriptor NONE = new SecurityDescriptor(
            Optional.empty(), Optional.empty(), AclSlot.ABSENT, AclSlot.ABSENT, ImmutableSet.of(), 0);

    public SecurityDescriptor {
        control = Sets.immutableEnumSet(control);
        requirePlace(dacl, true);
        requirePlace(sacl, false);
        int limit = control.contains(ControlBit.SE_RM_CONTROL_VALID) ? 0xFF : 0;
        checkArgument(
                resourceManagerControl >= 0 && resourceManagerControl <= limit,
                "the resource manager's byte must be from 0 to %s, not %s",
                limit,
                resourceManagerControl);
    }

    private static void requirePlace(AclSlot slot, boolean inDacl) {
        for (Ace ace : slot.acl().orElse(Acl.EMPTY).aces()) {
            checkArgument(ace.type().belongsInDacl() == inDacl, "%s has no effect in this list", ace);
        }
    }

    /** Returns a copy with this owner. */
    public SecurityDescriptor withOwner(Sid sid) {
        return new SecurityDescriptor(Optional.of(sid), group, dacl, sacl, control, resourceManagerControl);
    }

    /** Returns a copy with this group. */
    public SecurityDescriptor withGroup(Sid sid) {
        return new SecurityDescriptor(owner, Optional.of(sid), dacl, sacl, control, resourceManagerControl);
    }

    /** Returns a copy with this DACL. */
    public SecurityDescriptor withDacl(AclSlot slot) {
        return new SecurityDescriptor(owner, group, slot, sacl, control, resourceManagerControl);
    }

    /** Returns a copy with this SACL. */
    public SecurityDescriptor withSacl(AclSlot slot) {
        return new SecurityDescriptor(owner, group, dacl, slot, control, resourceManagerControl);
    }

    /** Returns a copy with these control bits. */
    public SecurityDescriptor withControl(ControlBit... bits) {
        return new SecurityDescriptor(owner, group, dacl, sacl, ImmutableSet.copyOf(bits), resourceManagerControl);
    }

    /** Returns the SECURITY_DESCRIPTOR_CONTROL word of the absolute form. */
    public int controlWord() {
        return ControlBit.toBits(control)
                | (dacl.isPresent() ? ControlBit.SE_DACL_PRESENT : 0)
                | (sacl.isPresent() ? ControlBit.SE_SACL_PRESENT : 0);
    }

    /** Returns the descriptor in SDDL. */
    @Override
    public String toString() {
        return Sddl.format(this);
    }
}
