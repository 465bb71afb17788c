package dev.wsksim.kernel.se;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kinds of access control entry that are simulated.
 *
 * <p>Kinds that need more than a mask and a SID to be judged (conditional entries, resource attributes, policies) are
 * not here: they are refused by name where text or bytes come in, because an entry that is kept but not judged could
 * turn a denial into a grant. Sources: ace-strings, MS-DTYP 2.4.4.1.
 */
public enum AceType {
    ACCESS_ALLOWED(0x00, "A", List.DACL, false),
    ACCESS_DENIED(0x01, "D", List.DACL, false),
    SYSTEM_AUDIT(0x02, "AU", List.SACL, false),
    SYSTEM_ALARM(0x03, "AL", List.SACL, false),
    ACCESS_ALLOWED_OBJECT(0x05, "OA", List.DACL, true),
    ACCESS_DENIED_OBJECT(0x06, "OD", List.DACL, true),
    SYSTEM_AUDIT_OBJECT(0x07, "OU", List.SACL, true),
    SYSTEM_ALARM_OBJECT(0x08, "OL", List.SACL, true),
    SYSTEM_MANDATORY_LABEL(0x11, "ML", List.SACL, false);

    private enum List {
        DACL,
        SACL
    }

    private static final ImmutableMap<Integer, AceType> BY_CODE =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(AceType::code, Function.identity()));

    private static final ImmutableMap<String, AceType> BY_SDDL =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(AceType::sddl, Function.identity()));

    private final int code;
    private final String sddl;
    private final List list;
    private final boolean object;

    AceType(int code, String sddl, List list, boolean object) {
        this.code = code;
        this.sddl = sddl;
        this.list = list;
        this.object = object;
    }

    /** Finds a kind by the AceType byte. */
    static Optional<AceType> byCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Finds a kind by its letters in SDDL, whatever their case. */
    static Optional<AceType> bySddl(String letters) {
        return Optional.ofNullable(BY_SDDL.get(Ascii.toUpperCase(letters)));
    }

    /** Returns the AceType byte. */
    public int code() {
        return code;
    }

    /** Returns the letters in SDDL. */
    public String sddl() {
        return sddl;
    }

    /** Returns true for a kind that decides access, false for one that belongs into a SACL. */
    public boolean belongsInDacl() {
        return list == List.DACL;
    }

    /** Returns true for a kind that can be limited to one type of object by a GUID. */
    public boolean isObject() {
        return object;
    }

    /** Returns true for a kind that grants. */
    public boolean allows() {
        return this == ACCESS_ALLOWED || this == ACCESS_ALLOWED_OBJECT;
    }

    /** Returns true for a kind that denies. */
    public boolean denies() {
        return this == ACCESS_DENIED || this == ACCESS_DENIED_OBJECT;
    }

    /** Returns the kind without GUIDs that means the same as this one when both GUIDs are absent. */
    AceType basic() {
        return switch (this) {
            case ACCESS_ALLOWED_OBJECT -> ACCESS_ALLOWED;
            case ACCESS_DENIED_OBJECT -> ACCESS_DENIED;
            case SYSTEM_AUDIT_OBJECT -> SYSTEM_AUDIT;
            case SYSTEM_ALARM_OBJECT -> SYSTEM_ALARM;
            case ACCESS_ALLOWED, ACCESS_DENIED, SYSTEM_AUDIT, SYSTEM_ALARM, SYSTEM_MANDATORY_LABEL -> this;
        };
    }

    /** Returns the name of the C constant, such as {@code ACCESS_ALLOWED_ACE_TYPE}. */
    @Override
    public String toString() {
        return name() + "_ACE_TYPE";
    }
}
