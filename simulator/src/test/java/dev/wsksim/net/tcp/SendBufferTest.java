package dev.wsksim.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import dev.wsksim.net.packet.ByteSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The send buffer against the obvious model: one array with everything that was ever written. */
class SendBufferTest {

    @Test
    void randomUse_slicesAreTheBytesThatWereWritten_evenLater() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomStream random = new RandomStreams(seed).stream("send buffer");
            byte[] all = StreamUser.randomBytes(random, 200_000);
            int origin = seed % 2 == 0 ? -100_000 : 7;
            SendBuffer buffer = new SendBuffer(origin);
            List<ByteSlice> slices = new ArrayList<>();
            List<byte[]> expected = new ArrayList<>();
            int written = 0;
            int released = 0;
            while (written < all.length) {
                int length = Math.min(all.length - written, random.nextInt(random.nextInt(4) == 0 ? 80_000 : 3_000));
                buffer.append(all, written, length);
                written += length;
                for (int i = random.nextInt(4); i > 0 && released < written; i--) {
                    int from = released + random.nextInt(written - released);
                    int count = 1 + random.nextInt(Math.min(1460, written - from));
                    slices.add(buffer.slice(origin + from, count));
                    expected.add(Arrays.copyOfRange(all, from, from + count));
                }
                released += random.nextInt(written - released + 1);
                buffer.release(origin + released);
                assertThat(buffer.length()).isEqualTo(written - released);
                assertThat(buffer.end()).isEqualTo(origin + written);
            }
            for (int i = 0; i < slices.size(); i++) {
                assertThat(slices.get(i).toByteArray()).as("seed %d", seed).isEqualTo(expected.get(i));
            }
        }
    }

    @Test
    void append_bytesChangedByTheWriterAfterwards_areAsTheyWere() {
        SendBuffer buffer = new SendBuffer(0);
        byte[] data = {1, 2, 3};
        buffer.append(data, 0, 3);
        data[1] = 9;

        assertThat(buffer.slice(0, 3).toByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void slice_whatIsNotKept_isOurMistake() {
        SendBuffer buffer = new SendBuffer(10);
        buffer.append(new byte[20], 0, 20);
        buffer.release(15);

        assertThatThrownBy(() -> buffer.slice(14, 1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> buffer.slice(30, 1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> buffer.slice(25, 6)).isInstanceOf(AssertionError.class);
    }
}
