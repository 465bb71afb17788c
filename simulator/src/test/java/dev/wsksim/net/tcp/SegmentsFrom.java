package dev.wsksim.net.tcp;

import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.net.packet.TcpOptions;
import dev.wsksim.net.packet.TcpSegment;

/** Sends single forged segments between the two usual endpoints. */
final class SegmentsFrom {

    private final TwoHosts world;

    SegmentsFrom(TwoHosts world) {
        this.world = world;
    }

    /** Sends a segment as if from the server to the client. */
    void server(int flags, int sequence, int acknowledgment) {
        world.server.send(packet(TwoHosts.SERVER, TwoHosts.CLIENT, flags, sequence, acknowledgment));
    }

    /** Sends a segment as if from the client to the server. */
    void client(int flags, int sequence, int acknowledgment) {
        world.client.send(packet(TwoHosts.CLIENT, TwoHosts.SERVER, flags, sequence, acknowledgment));
    }

    private static Packet packet(Endpoint from, Endpoint to, int flags, int sequence, int acknowledgment) {
        TcpSegment segment = new TcpSegment(
                from.port(), to.port(), sequence, acknowledgment, flags, 65535, TcpOptions.NONE, ByteSlice.EMPTY);
        return new Packet(from.address(), to.address(), Packet.DEFAULT_HOP_LIMIT, segment);
    }
}
