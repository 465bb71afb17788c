package dev.wsksim.kernel.se;

/**
 * How far a server may act for a client, lowest first. Source: ne-wudfddi-_security_impersonation_level,
 * impersonation-levels.
 */
public enum ImpersonationLevel {
    SECURITY_ANONYMOUS("SecurityAnonymous"),
    SECURITY_IDENTIFICATION("SecurityIdentification"),
    SECURITY_IMPERSONATION("SecurityImpersonation"),
    SECURITY_DELEGATION("SecurityDelegation");

    private final String windowsName;

    ImpersonationLevel(String windowsName) {
        this.windowsName = windowsName;
    }

    /** Returns true when access may be checked with a token of this level. */
    public boolean allowsAccessCheck() {
        return compareTo(SECURITY_IMPERSONATION) >= 0;
    }

    /** Returns the name of the C constant. */
    @Override
    public String toString() {
        return windowsName;
    }
}
