package dev.wsksim.net.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class ByteSliceTest {

    private static final ByteSlice DIGITS = ByteSlice.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 2, 6);

    @Test
    void slice_ofSlice_isTheSamePieceOfTheArray() {
        assertThat(DIGITS.slice(1, 3)).isEqualTo(ByteSlice.copyOf((byte) 3, (byte) 4, (byte) 5));
        assertThat(DIGITS.slice(1, 3).at(2)).isEqualTo((byte) 5);
    }

    @Test
    void copyTo_middle_copiesJustThat() {
        byte[] into = new byte[4];

        DIGITS.copyTo(4, into, 1, 2);

        assertThat(into).containsExactly(0, 6, 7, 0);
    }

    @Test
    void putInto_buffer_hasAllBytes() {
        ByteBuffer out = ByteBuffer.allocate(6);

        DIGITS.putInto(out);

        assertThat(out.array()).containsExactly(2, 3, 4, 5, 6, 7).isEqualTo(DIGITS.toByteArray());
    }

    @Test
    void copyOf_arrayChangedLater_keepsItsBytes() {
        byte[] bytes = {1, 2};
        ByteSlice slice = ByteSlice.copyOf(bytes);

        bytes[0] = 9;

        assertThat(slice.at(0)).isEqualTo((byte) 1);
    }

    @Test
    void crc32c_digits_isTheCheckValueOfTheStandard() {
        byte[] check = "123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(ByteSlice.copyOf(check).crc32c()).isEqualTo(0xE3069283L);
    }

    @Test
    void anything_outsideTheSlice_isRefused() {
        assertThatThrownBy(() -> DIGITS.at(6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> DIGITS.slice(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ByteSlice.of(new byte[3], 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DIGITS.copyTo(5, new byte[9], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void unsigned16At_isUpperByteFirst() {
        assertThat(ByteSlice.copyOf((byte) 0, (byte) 0xC0, (byte) 0x01).unsigned16At(1))
                .isEqualTo(0xC001);
    }
}
