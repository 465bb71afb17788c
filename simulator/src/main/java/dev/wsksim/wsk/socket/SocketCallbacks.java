package dev.wsksim.wsk.socket;

import org.jspecify.annotations.Nullable;

/**
 * What a driver passes for the callbacks of a socket.
 *
 * @param socketContext SocketContext: opaque, in non-paged memory, NULL when no callback will be enabled
 * @param dispatch Dispatch: the table, NULL when no callback will be enabled
 */
public record SocketCallbacks(
        @Nullable Object socketContext, @Nullable ClientTable dispatch) {

    /** No context and no table, as for a socket on which no callback will be enabled. */
    public static final SocketCallbacks NONE = new SocketCallbacks(null, null);

    /** Makes what a driver passed; sockets without callbacks share one object. */
    public static SocketCallbacks of(@Nullable Object socketContext, @Nullable ClientTable dispatch) {
        return socketContext == null && dispatch == null ? NONE : new SocketCallbacks(socketContext, dispatch);
    }
}
