package dev.wsksim.net.packet.codec;

import dev.wsksim.net.packet.SackBlocks;
import dev.wsksim.net.packet.TcpOptions;
import java.nio.ByteBuffer;

/**
 * The bytes of TCP options (RFC 9293 section 3.2, RFC 7323 sections 2.2 and 3.2, RFC 2018 sections 2 and 3).
 *
 * <p>They are written in the order in which Windows has them on a SYN, each padded in front with no-operations so that
 * every group fills whole words; so no end of option list is needed. They are read in any order.
 */
final class TcpOptionsFormat {

    static final int END_OF_LIST = 0;
    static final int NO_OPERATION = 1;
    static final int MAX_SEGMENT_SIZE = 2;
    static final int WINDOW_SCALE = 3;
    static final int SACK_PERMITTED = 4;
    static final int SACK = 5;
    static final int TIMESTAMPS = 8;

    private static final int MAX_SEGMENT_SIZE_BYTES = 4;
    private static final int WINDOW_SCALE_BYTES = 3;
    private static final int SACK_PERMITTED_BYTES = 2;
    private static final int TIMESTAMPS_BYTES = 10;
    private static final int SACK_BLOCK_BYTES = 8;
    private static final int KINDS = 256;

    private TcpOptionsFormat() {}

    /** Writes the options and their padding at the buffer's position. */
    static void write(TcpOptions options, ByteBuffer out) {
        if (options.maxSegmentSize() != TcpOptions.ABSENT) {
            out.put((byte) MAX_SEGMENT_SIZE).put((byte) MAX_SEGMENT_SIZE_BYTES);
            out.putShort(HeaderField.unsigned16("maximum segment size", options.maxSegmentSize()));
        }
        if (options.windowScale() != TcpOptions.ABSENT) {
            out.put((byte) NO_OPERATION).put((byte) WINDOW_SCALE).put((byte) WINDOW_SCALE_BYTES);
            out.put(HeaderField.unsigned8("window scale", options.windowScale()));
        }
        if (options.sackPermitted() || options.timestamps()) {
            writeSackPermittedAndTimestamps(options, out);
        }
        if (options.sackBlocks().count() > 0) {
            writeSackBlocks(options.sackBlocks(), out);
        }
    }

    private static void writeSackBlocks(SackBlocks blocks, ByteBuffer out) {
        out.put((byte) NO_OPERATION).put((byte) NO_OPERATION);
        out.put((byte) SACK).put((byte) (2 + SACK_BLOCK_BYTES * blocks.count()));
        for (int block = 0; block < blocks.count(); block++) {
            out.putInt(blocks.left(block)).putInt(blocks.right(block));
        }
    }

    /** SACK-permitted has the two bytes by which the timestamps miss three words; each pads the other. */
    private static void writeSackPermittedAndTimestamps(TcpOptions options, ByteBuffer out) {
        if (!(options.sackPermitted() && options.timestamps())) {
            out.put((byte) NO_OPERATION).put((byte) NO_OPERATION);
        }
        if (options.sackPermitted()) {
            out.put((byte) SACK_PERMITTED).put((byte) SACK_PERMITTED_BYTES);
        }
        if (options.timestamps()) {
            out.put((byte) TIMESTAMPS).put((byte) TIMESTAMPS_BYTES);
            out.putInt(options.timestampValue()).putInt(options.timestampEcho());
        }
    }

    /** Reads the options that fill the whole rest of the buffer. */
    static TcpOptions read(ByteBuffer in) throws UndecodableException {
        TcpOptions options = TcpOptions.NONE;
        boolean[] seen = new boolean[KINDS];
        while (in.hasRemaining()) {
            int kind = Byte.toUnsignedInt(in.get());
            if (kind == END_OF_LIST) {
                requireZeros(in);
            } else if (kind != NO_OPERATION) {
                if (seen[kind]) {
                    throw UndecodableException.malformed("TCP option " + kind + " is there twice");
                }
                seen[kind] = true;
                options = with(options, kind, value(kind, in));
            }
        }
        return options;
    }

    private static void requireZeros(ByteBuffer in) throws UndecodableException {
        while (in.hasRemaining()) {
            if (in.get() != 0) {
                throw UndecodableException.malformed("the padding behind the TCP options is not zero");
            }
        }
    }

    /** Takes the length of an option and returns its value. */
    private static ByteBuffer value(int kind, ByteBuffer in) throws UndecodableException {
        int length = in.hasRemaining() ? Byte.toUnsignedInt(in.get()) : 0;
        int valueLength = length - 2;
        if (valueLength < 0 || valueLength > in.remaining()) {
            throw UndecodableException.malformed("TCP option " + kind + " has an impossible length");
        }
        ByteBuffer value = in.slice(in.position(), valueLength);
        in.position(in.position() + valueLength);
        return value;
    }

    private static TcpOptions with(TcpOptions options, int kind, ByteBuffer value) throws UndecodableException {
        int maxSegmentSize = options.maxSegmentSize();
        int windowScale = options.windowScale();
        boolean sackPermitted = options.sackPermitted();
        boolean timestamps = options.timestamps();
        int timestampValue = options.timestampValue();
        int timestampEcho = options.timestampEcho();
        SackBlocks sackBlocks = options.sackBlocks();
        switch (kind) {
            case MAX_SEGMENT_SIZE ->
                maxSegmentSize = Short.toUnsignedInt(
                        sized(kind, value, MAX_SEGMENT_SIZE_BYTES).getShort());
            case WINDOW_SCALE ->
                windowScale = Byte.toUnsignedInt(
                        sized(kind, value, WINDOW_SCALE_BYTES).get());
            case SACK_PERMITTED ->
                sackPermitted = !sized(kind, value, SACK_PERMITTED_BYTES).hasRemaining();
            case SACK -> sackBlocks = sackBlocks(value);
            case TIMESTAMPS -> {
                timestamps = true;
                timestampValue = sized(kind, value, TIMESTAMPS_BYTES).getInt();
                timestampEcho = value.getInt();
            }
            default -> throw UndecodableException.notModelled("TCP option " + kind);
        }
        return new TcpOptions(
                maxSegmentSize, windowScale, sackPermitted, timestamps, timestampValue, timestampEcho, sackBlocks);
    }

    private static SackBlocks sackBlocks(ByteBuffer value) throws UndecodableException {
        if (!value.hasRemaining() || value.remaining() % SACK_BLOCK_BYTES != 0) {
            throw UndecodableException.malformed("TCP option " + SACK + " has an impossible length");
        }
        int[] edges = new int[value.remaining() / Integer.BYTES];
        value.asIntBuffer().get(edges);
        return SackBlocks.of(edges);
    }

    private static ByteBuffer sized(int kind, ByteBuffer value, int optionLength) throws UndecodableException {
        if (value.remaining() != optionLength - 2) {
            throw UndecodableException.malformed("TCP option " + kind + " has an impossible length");
        }
        return value;
    }
}
