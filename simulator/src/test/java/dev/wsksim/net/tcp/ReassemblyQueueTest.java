package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.net.TwoHosts;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.packet.SackBlocks;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Data out of order against the obvious model: one bit for every byte. */
class ReassemblyQueueTest {

    private static final int LENGTH = 400;

    private final TwoHosts hosts = new TwoHosts();
    private final TcpConnection connection = hosts.connect(new TcpUser() {});

    @Test
    void randomPieces_drainInOrder_andAreToldInBlocks() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomStream random = new RandomStreams(seed).stream("reassembly");
            byte[] all = StreamUser.randomBytes(random, LENGTH);
            int origin = seed % 2 == 0 ? -LENGTH / 2 : 5;
            ReassemblyQueue queue = new ReassemblyQueue();
            ReceiveState receive = new ReceiveState(hosts.loop, connection, 65_535, origin + 65_535, 1460);
            BitSet arrived = new BitSet();
            int next = 0;
            while (next < LENGTH - 1) {
                int left = Math.min(LENGTH - 1, next + 1 + random.nextInt(60));
                int right = Math.min(LENGTH, left + 1 + random.nextInt(40));
                int before = arrived.cardinality();
                arrived.set(left, right);
                int added = queue.add(origin + left, ByteSlice.of(all, left, right - left));
                assertThat(added).as("seed %d", seed).isEqualTo(arrived.cardinality() - before);
                judgeBlocks(queue.blocks(SackBlocks.MOST, 0, 0), arrived, origin, left, seed);
                if (random.nextInt(3) == 0) {
                    // What is next arrives, in order.
                    int end = Math.min(LENGTH, next + 1 + random.nextInt(50));
                    receive.append(ByteSlice.of(all, next, end - next));
                    next = queue.drainInto(receive, origin + end) - origin;
                    arrived.set(0, end);
                    assertThat(next).as("seed %d", seed).isEqualTo(arrived.nextClearBit(0));
                }
            }
            if (next == LENGTH - 1) {
                receive.append(ByteSlice.of(all, next, 1));
            }
            byte[] got = new byte[LENGTH + 1];
            assertThat(receive.read(got, 0, LENGTH + 1)).isEqualTo(LENGTH);
            assertThat(java.util.Arrays.copyOf(got, LENGTH)).as("seed %d", seed).isEqualTo(all);
            assertThat(queue.isEmpty()).isTrue();
        }
    }

    /** RFC 2018 section 4: the first block has the segment that came last, and every block is a whole run. */
    private static void judgeBlocks(SackBlocks blocks, BitSet arrived, int origin, int last, long seed) {
        assertThat(blocks.count()).as("seed %d", seed).isBetween(1, SackBlocks.MOST);
        assertThat(blocks.left(0) - origin).as("seed %d", seed).isLessThanOrEqualTo(last);
        assertThat(blocks.right(0) - origin).as("seed %d", seed).isGreaterThan(last);
        for (int block = 0; block < blocks.count(); block++) {
            int left = blocks.left(block) - origin;
            int right = blocks.right(block) - origin;
            assertThat(arrived.nextClearBit(left)).as("seed %d", seed).isEqualTo(right);
            assertThat(left == 0 || !arrived.get(left - 1)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void blocks_duplicate_standsInFront() {
        ReassemblyQueue queue = new ReassemblyQueue();
        queue.add(10, ByteSlice.of(new byte[5], 0, 5));
        queue.add(30, ByteSlice.of(new byte[5], 0, 5));

        assertThat(queue.blocks(3, 1, 4)).hasToString("1-4 30-35 10-15");
        assertThat(queue.blocks(1, 0, 0)).hasToString("30-35");
    }
}
