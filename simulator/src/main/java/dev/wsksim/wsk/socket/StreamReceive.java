package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.data.BufferCursor;

/** A request that waits for received bytes of a connection. */
public interface StreamReceive {

    /** Returns where the next byte goes. */
    BufferCursor receiveCursor();

    /** Tells whether the buffer must be full (WSK_FLAG_WAITALL). */
    boolean isWaitAll();

    /** Tells whether everything is thrown away until the end (WSK_FLAG_DRAIN). */
    boolean isDrain();

    /** The request has what it waited for, or the stream has ended. */
    void received(String reason);

    /** Nothing more will come because the connection is gone. */
    void receiveFailed(NtStatus status, String reason);
}
