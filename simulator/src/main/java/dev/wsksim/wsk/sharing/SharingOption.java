package dev.wsksim.wsk.sharing;

/**
 * What a socket said about sharing its local address before it was bound.
 *
 * <p>Source: so-reuseaddr, so-exclusiveaddruse. With both options set there is no WDK rule; SO_EXCLUSIVEADDRUSE then
 * wins here, since it promises that nobody else gets the address (assumption).
 */
public enum SharingOption {
    /** Neither option. */
    NONE("neither option"),
    /** SO_REUSEADDR. */
    REUSE("SO_REUSEADDR"),
    /** SO_EXCLUSIVEADDRUSE. */
    EXCLUSIVE("SO_EXCLUSIVEADDRUSE");

    private final String text;

    SharingOption(String text) {
        this.text = text;
    }

    /** Returns the option that two socket option values amount to. */
    public static SharingOption of(boolean reuseAddr, boolean exclusiveAddrUse) {
        if (exclusiveAddrUse) {
            return EXCLUSIVE;
        }
        return reuseAddr ? REUSE : NONE;
    }

    /** Returns the option's C name, or "neither option". */
    public String text() {
        return text;
    }
}
