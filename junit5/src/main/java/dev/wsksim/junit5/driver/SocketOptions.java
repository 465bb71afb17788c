package dev.wsksim.junit5.driver;

import dev.wsksim.kernel.ps.EProcess;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.wsk.client.SecurityDescriptorPointer;
import dev.wsksim.wsk.socket.ClientTable;
import org.jspecify.annotations.Nullable;

/**
 * What a driver may give a socket that it creates; all are NULL to begin with.
 *
 * @param context SocketContext, which every callback gets
 * @param dispatch Dispatch, the driver's own callbacks
 * @param owningProcess OwningProcess
 * @param owningThread OwningThread
 * @param securityDescriptor SecurityDescriptor, from the client's cache
 */
public record SocketOptions(
        @Nullable Object context,
        @Nullable ClientTable dispatch,
        @Nullable EProcess owningProcess,
        @Nullable EThread owningThread,
        @Nullable SecurityDescriptorPointer securityDescriptor) {

    /** All NULL. */
    public static final SocketOptions NONE = new SocketOptions(null, null, null, null, null);

    /** Returns options with a table of callbacks, the context that they get, which WSK wants with it, and nothing else. */
    public static SocketOptions callbacks(Object context, ClientTable table) {
        return NONE.withContext(context).withDispatch(table);
    }

    /** Returns the same with another context. */
    public SocketOptions withContext(@Nullable Object newContext) {
        return new SocketOptions(newContext, dispatch, owningProcess, owningThread, securityDescriptor);
    }

    /** Returns the same with another table of callbacks. */
    public SocketOptions withDispatch(@Nullable ClientTable table) {
        return new SocketOptions(context, table, owningProcess, owningThread, securityDescriptor);
    }

    /** Returns the same with another owning process. */
    public SocketOptions withOwningProcess(@Nullable EProcess process) {
        return new SocketOptions(context, dispatch, process, owningThread, securityDescriptor);
    }

    /** Returns the same with another owning thread. */
    public SocketOptions withOwningThread(@Nullable EThread thread) {
        return new SocketOptions(context, dispatch, owningProcess, thread, securityDescriptor);
    }

    /** Returns the same with another security descriptor. */
    public SocketOptions withSecurityDescriptor(@Nullable SecurityDescriptorPointer descriptor) {
        return new SocketOptions(context, dispatch, owningProcess, owningThread, descriptor);
    }
}
