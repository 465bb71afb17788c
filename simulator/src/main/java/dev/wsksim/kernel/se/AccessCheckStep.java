package dev.wsksim.kernel.se;

/** The steps of {@link AccessCheck} that can decide, in the order in which they are taken. */
public enum AccessCheckStep {
    /** The kernel's own requests are granted without a look. */
    KERNEL_MODE("request in kernel mode"),
    /** A request for no right at all. */
    EMPTY_REQUEST("nothing requested"),
    IMPERSONATION_LEVEL("impersonation level"),
    /** ACCESS_SYSTEM_SECURITY comes from SeSecurityPrivilege and from nothing else. */
    SYSTEM_SECURITY("SeSecurityPrivilege"),
    /** WRITE_OWNER comes from SeTakeOwnershipPrivilege, whatever the DACL says. */
    TAKE_OWNERSHIP("SeTakeOwnershipPrivilege"),
    MANDATORY_LABEL("mandatory label"),
    /** No DACL, or a NULL one. */
    NO_DACL("no DACL"),
    /** What the owner gets without being named. */
    OWNER("implicit rights of the owner"),
    /** An entry granted the last missing right. */
    ALLOW_ACE("allow entry"),
    /** An entry denied a missing right. */
    DENY_ACE("deny entry"),
    /** The list ended and rights were missing. */
    END_OF_DACL("end of the DACL"),
    /** The second pass, against the restricting SIDs of a restricted token. */
    RESTRICTED_SIDS("restricting SIDs"),
    MAXIMUM_ALLOWED("MAXIMUM_ALLOWED");

    private final String title;

    AccessCheckStep(String title) {
        this.title = title;
    }

    /** Returns a few words for a trace. */
    public String title() {
        return title;
    }
}
