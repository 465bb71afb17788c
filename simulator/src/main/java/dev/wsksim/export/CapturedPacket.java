package dev.wsksim.export;

import dev.wsksim.net.packet.Packet;

/**
 * A packet in a capture.
 *
 * @param entry the number of the trace entry that speaks of it
 * @param timeNanos when it was seen, in nanoseconds of virtual time
 * @param direction which way it went
 * @param number the number of the packet in the network
 * @param offendingNumber the number of the packet that it quotes, being an ICMP error; 0 for none
 * @param packet the packet
 * @param comment what the trace has to say about it
 */
public record CapturedPacket(
        long entry,
        long timeNanos,
        CaptureDirection direction,
        long number,
        long offendingNumber,
        Packet packet,
        String comment) {}
