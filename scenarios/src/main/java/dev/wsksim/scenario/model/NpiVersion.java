package dev.wsksim.scenario.model;

/**
 * A WSK NPI version, as MAKE_WSK_VERSION packs it.
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 */
public record NpiVersion(int major, int minor) {
    /** Version 1.0, which every WSK subsystem offers. */
    public static final NpiVersion DEFAULT = new NpiVersion(1, 0);

    /** Checks that both parts fit a byte. */
    public NpiVersion {
        if ((major & ~0xFF) != 0 || (minor & ~0xFF) != 0) {
            throw new IllegalArgumentException("both parts of an NPI version fit a byte: " + major + "." + minor);
        }
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
