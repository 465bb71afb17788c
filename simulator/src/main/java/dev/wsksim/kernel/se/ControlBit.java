package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Set;

/**
 * A bit of SECURITY_DESCRIPTOR_CONTROL that is not already told by the parts of the descriptor.
 *
 * <p>SE_DACL_PRESENT and SE_SACL_PRESENT follow from the lists, and SE_SELF_RELATIVE belongs to the bytes, so they
 * are not here. Source: MS-DTYP 2.4.6 (where SE_SACL_DEFAULTED is 0x20; the value 0x8 on one other page is a slip).
 */
public enum ControlBit {
    SE_OWNER_DEFAULTED(0x0001),
    SE_GROUP_DEFAULTED(0x0002),
    SE_DACL_DEFAULTED(0x0008),
    SE_SACL_DEFAULTED(0x0020),
    SE_DACL_UNTRUSTED(0x0040),
    SE_SERVER_SECURITY(0x0080),
    SE_DACL_AUTO_INHERIT_REQ(0x0100),
    SE_SACL_AUTO_INHERIT_REQ(0x0200),
    SE_DACL_AUTO_INHERITED(0x0400),
    SE_SACL_AUTO_INHERITED(0x0800),
    SE_DACL_PROTECTED(0x1000),
    SE_SACL_PROTECTED(0x2000),
    /** The descriptor carries a byte for its resource manager. */
    SE_RM_CONTROL_VALID(0x4000);

    static final int SE_DACL_PRESENT = 0x0004;
    static final int SE_SACL_PRESENT = 0x0010;
    static final int SE_SELF_RELATIVE = 0x8000;

    private final int bit;

    ControlBit(int bit) {
        this.bit = bit;
    }

    /** Returns the bit's value. */
    public int bit() {
        return bit;
    }

    static int toBits(Set<ControlBit> control) {
        return control.stream().mapToInt(ControlBit::bit).reduce(0, (left, right) -> left | right);
    }

    static ImmutableSet<ControlBit> fromBits(int bits) {
        EnumSet<ControlBit> control = EnumSet.noneOf(ControlBit.class);
        for (ControlBit bit : values()) {
            if ((bits & bit.bit) != 0) {
                control.add(bit);
            }
        }
        return Sets.immutableEnumSet(control);
    }
}
