package dev.wsksim.kernel.se;

/**
 * SIDs that mean the same on every computer and that the simulator names in its own code.
 *
 * <p>Source: well-known-sids, MS-DTYP 2.4.2.4.
 */
public final class WellKnownSids {

    public static final Sid EVERYONE = Sid.of(1, 0);
    public static final Sid CREATOR_OWNER = Sid.of(3, 0);
    /** OWNER RIGHTS: an entry for it applies to the owner and replaces what owners get without being named. */
    public static final Sid OWNER_RIGHTS = Sid.of(3, 4);

    public static final Sid NETWORK = Sid.nt(2);
    public static final Sid INTERACTIVE = Sid.nt(4);
    public static final Sid SERVICE = Sid.nt(6);
    public static final Sid ANONYMOUS = Sid.nt(7);
    public static final Sid AUTHENTICATED_USERS = Sid.nt(11);
    public static final Sid RESTRICTED_CODE = Sid.nt(12);
    public static final Sid LOCAL_SYSTEM = Sid.nt(18);
    public static final Sid LOCAL_SERVICE = Sid.nt(19);
    public static final Sid NETWORK_SERVICE = Sid.nt(20);
    public static final Sid ADMINISTRATORS = Sid.nt(32, 544);
    public static final Sid USERS = Sid.nt(32, 545);
    public static final Sid GUESTS = Sid.nt(32, 546);

    static final long MANDATORY_LABEL_AUTHORITY = 16;

    private WellKnownSids() {}

    /** Returns the SID {@code S-1-16-level} of an integrity level. */
    public static Sid integrityLevel(IntegrityLevel level) {
        return Sid.of(MANDATORY_LABEL_AUTHORITY, level.rid());
    }
}
