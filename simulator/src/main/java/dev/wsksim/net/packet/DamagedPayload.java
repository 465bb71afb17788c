package dev.wsksim.net.packet;

import dev.wsksim.net.address.IpAddress;
import dev.wsksim.trace.FieldVisitor;

/**
 * A payload of which one bit is wrong, so that its checksum is too: the Internet checksum notices every change of a
 * single bit (RFC 1071). Whoever receives it can only throw it away.
 *
 * @param original what it was before
 * @param offset in which byte behind the IP header the wrong bit is
 * @param bit which bit it is, counted from the lowest one, which is 0
 */
public record DamagedPayload(PacketPayload original, int offset, int bit) implements PacketPayload {

    public DamagedPayload {
        if (offset < 0 || offset >= original.wireBytes() || bit < 0 || bit >= Byte.SIZE) {
            throw new IllegalArgumentException("there is no bit " + bit + " of byte " + offset + " to be damaged");
        }
    }

    @Override
    public int protocol() {
        return original.protocol();
    }

    @Override
    public int wireBytes() {
        return original.wireBytes();
    }

    @Override
    public boolean hasRouterAlert() {
        return original.hasRouterAlert();
    }

    @Override
    public boolean setsDontFragment() {
        return original.setsDontFragment();
    }

    @Override
    public String label() {
        return "damaged " + original.label();
    }

    @Override
    public void deliver(Packet packet, PayloadReceiver receiver) {
        receiver.receiveDamaged(packet, this);
    }

    @Override
    public void visit(FieldVisitor fields) {
        original.visit(fields);
        fields.number("damagedByte", offset);
        fields.number("damagedBit", bit);
    }

    @Override
    public String describe(IpAddress source, IpAddress destination) {
        return original.describe(source, destination);
    }
}
