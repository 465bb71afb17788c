package dev.wsksim.kernel.se;

/**
 * How trustworthy a subject is; each level is the relative identifier of a SID {@code S-1-16-...}.
 *
 * <p>Source: well-known-sids, MS-DTYP 2.4.2.4.
 */
public enum IntegrityLevel {
    UNTRUSTED(0x0000),
    LOW(0x1000),
    MEDIUM(0x2000),
    MEDIUM_PLUS(0x2100),
    HIGH(0x3000),
    SYSTEM(0x4000);

    private final int rid;

    IntegrityLevel(int rid) {
        this.rid = rid;
    }

    /** Returns the relative identifier; a higher one dominates a lower one. */
    public int rid() {
        return rid;
    }
}
