package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.data.WskBuf;

/** A request whose bytes are to be sent on a connection. */
public interface StreamSend {

    /** Returns the bytes. */
    WskBuf sendBuffer();

    /** Tells whether the bytes, and all before them, should go at once. */
    boolean isNoDelay();

    /** All bytes were sent. */
    void sent();

    /** Not all bytes were sent, and no more will be. */
    void sendFailed(NtStatus status, String reason);
}
