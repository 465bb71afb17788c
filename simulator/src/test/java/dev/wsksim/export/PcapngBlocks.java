package dev.wsksim.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts a pcapng file into its blocks, and checks their frames. */
final class PcapngBlocks {

    private static final int FRAME_BYTES = 12;

    private PcapngBlocks() {}

    record Block(int type, ByteBuffer body) {}

    static List<Block> in(byte[] file) {
        List<Block> blocks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        while (in.hasRemaining()) {
            int type = in.getInt();
            int length = in.getInt();
            assertThat(length % Integer.BYTES)
                    .as("odd bytes of block type %d", type)
                    .isZero();
            ByteBuffer body = in.slice(in.position(), length - FRAME_BYTES);
            in.position(in.position() + length - FRAME_BYTES);
            assertThat(in.getInt()).as("length behind block type %d", type).isEqualTo(length);
            blocks.add(new Block(type, body));
        }
        return blocks;
    }
}
