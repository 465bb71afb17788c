package dev.wsksim.wsk.provider;

import dev.wsksim.wsk.Wsk;

/**
 * WSK_PROVIDER_CHARACTERISTICS: the range of NPI versions that the provider supports. Source:
 * ns-wsk-_wsk_provider_characteristics.
 *
 * <p>No page maps a Windows release to versions; lowest and highest are 1.0 unless configured otherwise (assumption,
 * OQ-5).
 *
 * @param highestVersion the highest version, made with MAKE_WSK_VERSION
 * @param lowestVersion the lowest version, made with MAKE_WSK_VERSION
 */
public record WskProviderCharacteristics(int highestVersion, int lowestVersion) {

    /** Version 1.0 and no other. */
    public static final WskProviderCharacteristics VERSION_1_0 = new WskProviderCharacteristics(0x0100, 0x0100);

    /** Tells whether a version may be asked for. */
    public boolean supports(int version) {
        return version >= lowestVersion && version <= highestVersion;
    }

    /** Returns the range as major.minor versions, the lowest first. */
    @Override
    public String toString() {
        return text(lowestVersion) + " to " + text(highestVersion);
    }

    private static String text(int version) {
        return Wsk.wskMajorVersion(version) + "." + Wsk.wskMinorVersion(version);
    }
}
