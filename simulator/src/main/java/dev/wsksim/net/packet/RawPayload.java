package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;

/**
 * Bytes of a protocol that no other payload stands for, or that are no good message of their protocol.
 *
 * @param protocol the protocol number, from 0 to 255
 * @param data the bytes behind the IP header
 */
public record RawPayload(int protocol, ByteSlice data) implements PacketPayload {

    /** The word by which scenarios match it. */
    public static final String LABEL = "RAW";

    private static final int MAX_PROTOCOL = 255;

    public RawPayload {
        if (protocol < 0 || protocol > MAX_PROTOCOL) {
            throw new IllegalArgumentException("a protocol number is from 0 to 255, but this one is " + protocol);
        }
    }

    @Override
    public int wireBytes() {
        return data.length();
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveRaw(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        fields.number("protocol", protocol);
        fields.number("length", data.length());
        if (!data.isEmpty()) {
            fields.number("crc32c", data.crc32c());
        }
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return source + " > " + destination + " protocol " + protocol + " length " + data.length();
    }
}
