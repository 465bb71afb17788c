package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.kernel.se.AccessToken;
import dev.wsksim.kernel.se.SecuritySubjectContext;
import org.jspecify.annotations.Nullable;

/**
 * Whose security context counts when a socket is bound.
 *
 * <p>OwningProcess is the process, or, where the driver passed NULL, the one that was current when the socket was
 * created. OwningThread matters only while it impersonates. The token is taken at the bind, not at creation. Source:
 * nc-wsk-pfn_wsk_socket, nc-wsk-pfn_wsk_socket_connect.
 *
 * @param process the owning process
 * @param thread the owning thread, or null where the driver named none
 */
public record OwningContext(EProcess process, @Nullable EThread thread) {

    /** Makes the context for the two parameters as the driver passed them. */
    public static OwningContext of(@Nullable EProcess owningProcess, @Nullable EThread owningThread, EThread current) {
        if (owningProcess != null) {
            return new OwningContext(owningProcess, owningThread);
        }
        return new OwningContext(owningThread == null ? current.process() : owningThread.process(), owningThread);
    }

    /** Tells whether it is the same process and thread. */
    boolean isSameAs(OwningContext other) {
        return process == other.process && thread == other.thread;
    }

    /** Returns the tokens against which an access check is made now. */
    public SecuritySubjectContext subject() {
        AccessToken impersonation = thread == null ? null : thread.impersonationToken();
        return impersonation == null
                ? SecuritySubjectContext.of(process.primaryToken())
                : SecuritySubjectContext.of(process.primaryToken(), impersonation);
    }
}
