package dev.wsksim.wsk.socket;

import org.jspecify.annotations.Nullable;

/**
 * WSK_CLIENT_STREAM_DISPATCH: the tables for the two roles that a stream socket may take. Source:
 * ns-wsk-_wsk_client_stream_dispatch, Windows 10 version 1703 and later.
 *
 * @param listen the callbacks of the listening role, or NULL
 * @param connect the callbacks of the connection role, or NULL
 */
public record WskClientStreamDispatch(
        @Nullable WskClientListenDispatch listen, @Nullable WskClientConnectionDispatch connect)
        implements ClientTable {

    @Override
    public int members() {
        return (listen == null ? 0 : listen.members()) | (connect == null ? 0 : connect.members());
    }

    @Override
    public String toString() {
        return "{Listen: " + (listen == null ? "NULL" : listen) + ", Connect: " + (connect == null ? "NULL" : connect)
                + "}";
    }
}
