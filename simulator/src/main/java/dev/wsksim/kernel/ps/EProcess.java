package dev.wsksim.kernel.ps;

import dev.wsksim.kernel.se.AccessToken;

/**
 * A process: a name, an identifier, and the primary token that its threads act under.
 *
 * <p>Made by {@link ProcessTable#createProcess}. The object can be compared by identity, as a PEPROCESS can.
 */
public final class EProcess {

    private final String name;
    private final long id;
    private final AccessToken primaryToken;

    EProcess(String name, long id, AccessToken primaryToken) {
        if (!primaryToken.isPrimary()) {
            throw new IllegalArgumentException("process " + name + " needs a primary token");
        }
        this.name = name;
        this.id = id;
        this.primaryToken = primaryToken;
    }

    /** Returns the name, such as {@code System}. */
    public String name() {
        return name;
    }

    /** Returns the process identifier. Any IRQL. Source: nf-ntddk-psgetprocessid. */
    public long id() {
        return id;
    }

    /**
     * Returns the primary token. IRQL PASSIVE_LEVEL in Windows, not checked here. Source:
     * nf-ntifs-psreferenceprimarytoken.
     */
    public AccessToken primaryToken() {
        return primaryToken;
    }

    /** Returns the process as reports name it. */
    @Override
    public String toString() {
        return "process " + name + " (" + id + ")";
    }
}
