package dev.wsksim.net.link;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.DamagedPayload;
import dev.wsksim.net.packet.IpFragment;
import dev.wsksim.net.packet.Packet;
import dev.wsksim.trace.Trace;

/** Applies {@link Corruption}. */
final class CorruptionStage extends LinkStage {

    private final PacketChooser chooser;
    private final Corruption.Kind kind;
    private final RandomStream random;
    private final StageSurroundings surroundings;

    CorruptionStage(PacketChooser chooser, Corruption.Kind kind, RandomStream random, StageSurroundings surroundings) {
        this.chooser = chooser;
        this.kind = kind;
        this.random = random;
        this.surroundings = surroundings;
    }

    @Override
    void apply(Transit transit) {
        Packet packet = transit.packet();
        // What is damaged already could be healed by the same bit once more.
        if (!chooser.picks(packet) || packet.payload() instanceof DamagedPayload) {
            return;
        }
        if (kind == Corruption.Kind.CAUGHT && !TransportFields.isChecksummed(packet.payload())) {
            flipBitOfData(packet, transit);
        } else if (kind == Corruption.Kind.CAUGHT) {
            flipBit(packet, transit);
        } else {
            swapWords(packet, transit);
        }
    }

    private void flipBit(Packet packet, Transit transit) {
        int bit = random.nextInt(Byte.SIZE);
        int offset = damagedByte(packet);
        report(transit, packet, "bit " + bit + " of byte " + offset + " behind the IP header flipped");
        transit.replace(packet.withPayload(new DamagedPayload(packet.payload(), offset, bit)));
    }

    /** Without a checksum of its own the packet is not caught; that of a whole packet catches its fragments. */
    private void flipBitOfData(Packet packet, Transit transit) {
        byte[] bytes = TransportFields.data(packet.payload()).toByteArray();
        if (bytes.length == 0) {
            report(transit, packet, "left as it is, for want of data");
            return;
        }
        int bit = random.nextInt(Byte.SIZE);
        int offset = random.nextInt(bytes.length);
        bytes[offset] ^= (byte) (1 << bit);
        String caught = packet.payload() instanceof IpFragment
                ? "which only a checksum of the whole packet catches"
                : "which no checksum catches";
        report(transit, packet, "bit " + bit + " of byte " + offset + " of its data flipped, " + caught);
        transit.replace(
                packet.withPayload(TransportFields.withData(packet.payload(), ByteSlice.of(bytes, 0, bytes.length))));
    }

    /** Returns the offset behind the IP header of the byte that is changed. */
    private int damagedByte(Packet packet) {
        int dataLength = TransportFields.data(packet.payload()).length();
        int headerLength = packet.payload().wireBytes() - dataLength;
        return dataLength > 0
                ? headerLength + random.nextInt(dataLength)
                : TransportFields.harmlessOffset(packet.payload());
    }

    private void swapWords(Packet packet, Transit transit) {
        ByteSlice data = TransportFields.data(packet.payload());
        int words = data.length() / Short.BYTES;
        if (words < 2) {
            report(transit, packet, "left as it is, for want of two words of data");
            return;
        }
        int first = random.nextInt(words);
        int second = differentWord(data, words, first);
        if (second < 0) {
            report(transit, packet, "left as it is, for all words of its data are alike");
            return;
        }
        byte[] bytes = data.toByteArray();
        swap(bytes, Short.BYTES * first, Short.BYTES * second);
        swap(bytes, Short.BYTES * first + 1, Short.BYTES * second + 1);
        report(transit, packet, "16-bit words " + first + " and " + second + " of its data swapped");
        transit.replace(
                packet.withPayload(TransportFields.withData(packet.payload(), ByteSlice.of(bytes, 0, bytes.length))));
    }

    /** Looks for a word that differs from the first one, from a random place on; -1 where there is none. */
    private int differentWord(ByteSlice data, int words, int first) {
        int start = random.nextInt(words);
        for (int i = 0; i < words; i++) {
            int candidate = (start + i) % words;
            if (data.at(Short.BYTES * candidate) != data.at(Short.BYTES * first)
                    || data.at(Short.BYTES * candidate + 1) != data.at(Short.BYTES * first + 1)) {
                return candidate;
            }
        }
        return -1;
    }

    private static void swap(byte[] bytes, int i, int j) {
        byte kept = bytes[i];
        bytes[i] = bytes[j];
        bytes[j] = kept;
    }

    private void report(Transit transit, Packet packet, String change) {
        Trace trace = surroundings.trace();
        if (trace.isActive()) {
            trace.emit(new PacketCorrupted(transit.number(), surroundings.linkName(), packet, change));
        }
    }
}
