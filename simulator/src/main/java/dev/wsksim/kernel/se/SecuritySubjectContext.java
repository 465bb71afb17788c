package dev.wsksim.kernel.se;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;

/**
 * The subject of an access check: the primary token of a process, and the token that the thread impersonates, if any.
 *
 * <p>Source: nf-ntifs-secapturesubjectcontextex.
 *
 * @param primary the process's token
 * @param client the thread's impersonation token; it is used instead of the primary token when there is one
 */
public record SecuritySubjectContext(AccessToken primary, Optional<AccessToken> client) {

    public SecuritySubjectContext {
        checkArgument(primary.isPrimary(), "a process has a primary token");
        checkArgument(
                client.isEmpty() || !client.get().isPrimary(), "a thread impersonates with an impersonation token");
    }

    /** Makes the context of a process whose thread does not impersonate. */
    public static SecuritySubjectContext of(AccessToken primary) {
        return new SecuritySubjectContext(primary, Optional.empty());
    }

    /** Makes the context of a thread that impersonates. */
    public static SecuritySubjectContext of(AccessToken primary, AccessToken client) {
        return new SecuritySubjectContext(primary, Optional.of(client));
    }

    /** Returns the token that is judged. */
    public AccessToken effectiveToken() {
        return client.orElse(primary);
    }
}
