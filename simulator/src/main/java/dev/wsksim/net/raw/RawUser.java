package dev.wsksim.net.raw;

import dev.wsksim.net.packet.Packet;

/** The user of a raw endpoint, who is told from an event of the loop what comes to it. */
@FunctionalInterface
public interface RawUser {

    /** A packet came; {@link RawEndpoint#received} gives its bytes. */
    void packetArrived(RawEndpoint endpoint, Packet packet);
}
