package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;

/** A request that waits for one datagram. */
public interface DatagramReceive {

    /** A datagram is there for it. */
    void received(ArrivedDatagram datagram);

    /** Instead of a datagram came the news that an earlier one could not be delivered. */
    void receiveFailed(NtStatus status, String reason);
}
