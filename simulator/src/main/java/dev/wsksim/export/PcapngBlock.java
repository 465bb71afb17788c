package dev.wsksim.export;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One block of a pcapng file, filled field by field in network byte order: its type, its length before and behind the
 * body, and bodies and options padded to whole words (draft-ietf-opsawg-pcapng sections 3.1 and 3.5).
 */
final class PcapngBlock {

    private static final int FRAME_BYTES = 12;
    private static final int MAX_OPTION_BYTES = 0xFFFF;
    private static final int END_OF_OPTIONS = 0;

    private final int type;
    private final ByteArrayDataOutput body = ByteStreams.newDataOutput();

    PcapngBlock(int type) {
        this.type = type;
    }

    PcapngBlock unsigned16(int value) {
        body.writeShort(value);
        return this;
    }

    PcapngBlock unsigned32(int value) {
        body.writeInt(value);
        return this;
    }

    PcapngBlock unsigned64(long value) {
        body.writeLong(value);
        return this;
    }

    /** Adds bytes and the zeros that they lack to whole words. */
    PcapngBlock padded(byte[] bytes) {
        body.write(bytes);
        body.write(new byte[-bytes.length & (Integer.BYTES - 1)]);
        return this;
    }

    /**
     * Adds a code, the length of a value, and the value: an option, or a record of a name resolution block.
     *
     * @throws IllegalArgumentException when the value is too long
     */
    PcapngBlock option(int code, byte[] value) {
        if (value.length > MAX_OPTION_BYTES) {
            throw new IllegalArgumentException("an option has up to 65535 bytes, but this one has " + value.length);
        }
        return unsigned16(code).unsigned16(value.length).padded(value);
    }

    PcapngBlock option(int code, String text) {
        return option(code, text.getBytes(StandardCharsets.UTF_8));
    }

    PcapngBlock endOfOptions() {
        return option(END_OF_OPTIONS, new byte[0]);
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] bytes = body.toByteArray();
        int length = bytes.length + FRAME_BYTES;
        out.write(Ints.toByteArray(type));
        out.write(Ints.toByteArray(length));
        out.write(bytes);
        out.write(Ints.toByteArray(length));
    }
}
