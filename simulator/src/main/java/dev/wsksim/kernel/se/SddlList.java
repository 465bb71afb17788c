package dev.wsksim.kernel.se;

import com.google.common.collect.ImmutableMap;

/** The two lists of a descriptor as SDDL writes them: letter and flags. Source: security-descriptor-string-format. */
enum SddlList {
    DACL('D', ControlBit.SE_DACL_PROTECTED, ControlBit.SE_DACL_AUTO_INHERIT_REQ, ControlBit.SE_DACL_AUTO_INHERITED),
    SACL('S', ControlBit.SE_SACL_PROTECTED, ControlBit.SE_SACL_AUTO_INHERIT_REQ, ControlBit.SE_SACL_AUTO_INHERITED);

    /** Stands for a NULL list. */
    static final String NO_ACCESS_CONTROL = "NO_ACCESS_CONTROL";

    private final char letter;
    private final ImmutableMap<String, ControlBit> flags;

    SddlList(char letter, ControlBit isProtected, ControlBit autoInheritReq, ControlBit autoInherited) {
        this.letter = letter;
        this.flags = ImmutableMap.of("P", isProtected, "AR", autoInheritReq, "AI", autoInherited);
    }

    char letter() {
        return letter;
    }

    /** Returns the letters of each flag, in the order in which they are written. */
    ImmutableMap<String, ControlBit> flags() {
        return flags;
    }
}
