package dev.wsksim.kernel.ps;

import dev.wsksim.kernel.se.AccessToken;
import dev.wsksim.kernel.se.ImpersonationLevel;
import dev.wsksim.kernel.se.SecuritySubjectContext;
import dev.wsksim.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A thread: a name, an identifier, its process, and the token that it impersonates, if any.
 *
 * <p>Made by {@link ProcessTable#createThread}. Which IRQL a thread runs at is known by the processor, so the IRQL
 * limits of the Ps routines are stated here, but not checked.
 */
public final class EThread {

    private final Trace trace;
    private final String name;
    private final long id;
    private final EProcess process;
    private final String text;
    private @Nullable AccessToken impersonationToken;

    EThread(Trace trace, String name, long id, EProcess process) {
        this.trace = trace;
        this.name = name;
        this.id = id;
        this.process = process;
        this.text = "thread " + name + " (" + process.id() + "." + id + ")";
    }

    /** Returns the name that the scenario gave it. */
    public String name() {
        return name;
    }

    /** Returns the thread identifier. Any IRQL. Source: nf-ntddk-psgetthreadid. */
    public long id() {
        return id;
    }

    /** Returns the process that the thread belongs to. Source: nf-ntifs-iothreadtoprocess. */
    public EProcess process() {
        return process;
    }

    /**
     * Returns the token that the thread impersonates, or null. IRQL PASSIVE_LEVEL. Source:
     * nf-ntifs-psreferenceimpersonationtoken.
     */
    public @Nullable AccessToken impersonationToken() {
        return impersonationToken;
    }

    /**
     * Returns the token that access checks look at: the impersonation token if there is one, else the process's primary
     * token.
     *
     * <p>Source: nf-ntifs-secapturesubjectcontextex, access-tokens.
     */
    public AccessToken effectiveToken() {
        return impersonationToken != null ? impersonationToken : process.primaryToken();
    }

    /** Returns both tokens, as SeCaptureSubjectContextEx captures them. Source: nf-ntifs-secapturesubjectcontextex. */
    public SecuritySubjectContext subjectContext() {
        AccessToken client = impersonationToken;
        AccessToken primary = process.primaryToken();
        return client == null ? SecuritySubjectContext.of(primary) : SecuritySubjectContext.of(primary, client);
    }

    /**
     * Lets the thread act under another token until it reverts.
     *
     * <p>IRQL PASSIVE_LEVEL. Source: nf-ntifs-psimpersonateclient.
     *
     * @param token an impersonation token, or a primary token, which is then impersonated at the level
     *     SecurityImpersonation
     */
    public void impersonate(AccessToken token) {
        AccessToken client =
                token.isPrimary() ? token.impersonatedAt(ImpersonationLevel.SECURITY_IMPERSONATION) : token;
        impersonationToken = client;
        if (trace.isActive()) {
            String level = client.impersonationLevel().orElseThrow().toString();
            trace.emit(new ImpersonationBegan(text, client.user().sid().toString(), level));
        }
    }

    /** Lets the thread act under its process's token again. IRQL PASSIVE_LEVEL. Source: nf-ntifs-psreverttoself. */
    public void revertToSelf() {
        impersonationToken = null;
        if (trace.isActive()) {
            trace.emit(new ImpersonationEnded(text));
        }
    }

    /** Returns the thread as reports name it. */
    @Override
    public String toString() {
        return text;
    }
}
