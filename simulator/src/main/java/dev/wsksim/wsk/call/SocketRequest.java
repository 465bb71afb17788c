package dev.wsksim.wsk.call;

import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.socket.SocketCallbacks;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that WskSocket and WskSocketConnect have in common.
 *
 * @param callbacks SocketContext and Dispatch
 * @param owningProcess OwningProcess; NULL for the current process
 * @param owningThread OwningThread; NULL for no particular thread
 * @param securityDescriptor SecurityDescriptor; NULL for the default one, which permits no sharing
 */
public record SocketRequest(
        SocketCallbacks callbacks,
        @Nullable EProcess owningProcess,
        @Nullable EThread owningThread,
        @Nullable SecurityDescriptorPointer securityDescriptor) {

    /** No callbacks, the current process, no particular thread, the default descriptor. */
    public static final SocketRequest PLAIN = new SocketRequest(SocketCallbacks.NONE, null, null, null);
}
