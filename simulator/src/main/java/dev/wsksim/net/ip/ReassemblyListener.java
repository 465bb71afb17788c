package dev.wsksim.net.ip;

import dev.wsksim.net.packet.Packet;
import org.jspecify.annotations.Nullable;

/** Is told what becomes of fragments that do not become a packet. */
public interface ReassemblyListener {

    /** Takes notice of a fragment that was thrown away. */
    void fragmentDiscarded(Packet fragment, String reason);

    /**
     * Takes notice of a packet of which not all fragments came in time.
     *
     * @param first the fragment with the beginning of the packet, or null where it did not come
     * @param some a fragment that came
     */
    void reassemblyTimedOut(@Nullable Packet first, Packet some);
}
