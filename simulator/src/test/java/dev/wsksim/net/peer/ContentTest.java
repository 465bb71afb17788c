package dev.wsksim.net.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.net.packet.ByteSlice;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {

    private static byte[] copy(Content content, long from, int count) {
        byte[] bytes = new byte[count];
        content.copyTo(from, bytes, count);
        return bytes;
    }

    @Test
    void text_beyondAscii_isUtf8() {
        Content content = Content.text("é!");

        assertThat(content.length()).isEqualTo(3);
        assertThat(copy(content, 0, 3)).containsExactly(0xC3, 0xA9, '!');
    }

    @Test
    void counting_pastTheLastByte_beginsAgain() {
        assertThat(copy(new Content.Counting(600), 254, 4)).containsExactly(254, 255, 0, 1);
    }

    @Test
    void filled_everywhere_isTheByte() {
        assertThat(copy(new Content.Filled(10, (byte) 7), 3, 3)).containsExactly(7, 7, 7);
    }

    @Test
    void seeded_fromAnyPlace_isTheSameStream() {
        Content content = new Content.Seeded(1000, 42);
        byte[] all = copy(content, 0, 1000);

        for (int from = 0; from < 900; from += 37) {
            byte[] part = copy(content, from, 50);
            for (int i = 0; i < 50; i++) {
                assertThat(part[i]).isEqualTo(all[from + i]);
            }
        }
    }

    /** The first outputs of SplitMix64 for the seed 1234567, as its authors' test programs print them. */
    @Test
    void seeded_ofAKnownSeed_isSplitMix64() {
        Content content = new Content.Seeded(16, 1234567);
        long first = 0;
        long second = 0;
        for (int i = 7; i >= 0; i--) {
            first = first << 8 | (content.at(i) & 0xFF);
            second = second << 8 | (content.at(8 + i) & 0xFF);
        }

        assertThat(Long.toUnsignedString(first)).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(second)).isEqualTo("3203168211198807973");
    }

    @Test
    void seeded_withOtherSeeds_differs() {
        Set<String> streams = new LinkedHashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            streams.add(
                    ByteSlice.copyOf(copy(new Content.Seeded(16, seed), 0, 16)).crc32c() + "");
        }

        assertThat(streams).hasSize(100);
    }

    @Test
    void length_ofZero_isRefused() {
        assertThatThrownBy(() -> new Content.Counting(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Content.Seeded(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Content.Filled(0, (byte) 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toString_showsBytesAsPeopleReadThem() {
        assertThat(Content.text("hi\r\n")).hasToString("\"hi\\r\\n\" (68 69 0d 0a)");
        assertThat(new Content.Literal(ByteSlice.copyOf(new byte[] {0, -1}))).hasToString("00 ff");
        assertThat(Content.text("0123456789abcdefXYZ"))
                .hasToString("\"0123456789abcdef\" (30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66) and 3 bytes more");
    }
}
