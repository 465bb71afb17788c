package dev.wsksim.scenario.model;

/** The members of SECURITY_IMPERSONATION_LEVEL. */
public enum ImpersonationLevel implements WordEnum {
    /** The server learns nothing about the client. */
    ANONYMOUS("SecurityAnonymous"),
    /** The server may see who the client is, but not act as it. */
    IDENTIFICATION("SecurityIdentification"),
    /** The server may act as the client on this machine. */
    IMPERSONATION("SecurityImpersonation"),
    /** The server may act as the client on other machines too. */
    DELEGATION("SecurityDelegation");

    private final String word;

    ImpersonationLevel(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
