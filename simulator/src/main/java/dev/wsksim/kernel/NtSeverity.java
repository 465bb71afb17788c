package dev.wsksim.kernel;

/** The severity that the two top bits of a status carry. Source: MS-ERREF 2.3. */
public enum NtSeverity {
    SUCCESS,
    INFORMATIONAL,
    WARNING,
    ERROR;

    /** Returns the severity of a 32-bit status. */
    static NtSeverity ofValue(int value) {
        return switch (value >>> 30) {
            case 0 -> SUCCESS;
            case 1 -> INFORMATIONAL;
            case 2 -> WARNING;
            default -> ERROR;
        };
    }
}
