package dev.wsksim.net.packet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** The examples of RFC 1071 and the edges of the sum. */
final class InternetChecksumTest {

    @Test
    void value_exampleOfRfc1071Section3_isTheComplementOfItsSum() {
        assertThat(checksum("0001f203f4f5f6f7")).isEqualTo(~0xDDF2 & 0xFFFF);
    }

    @Test
    void value_sumInAnyOrder_isTheSame() {
        assertThat(checksum("f6f7f4f50001f203")).isEqualTo(checksum("0001f203f4f5f6f7"));
    }

    @Test
    void value_noBytes_isAllOnes() {
        assertThat(checksum("")).isEqualTo(0xFFFF);
    }

    @Test
    void value_oddLastByte_countsAsHighByte() {
        assertThat(checksum("0001f2")).isEqualTo(checksum("0001f200"));
    }

    @Test
    void value_carryOutOfTheFold_isFoldedAgain() {
        // 0xFFFF + 0xFFFF + 0x0002 = 0x20000, folded once 0x0002; 0xFFFF + 0x0001 folds to 0x0001, and so on
        assertThat(checksum("ffffffff0002")).isEqualTo(0xFFFD);
        assertThat(checksum("ffff".repeat(0x1_0001) + "0001")).isEqualTo(0xFFFE);
    }

    @Test
    void value_overBytesWithTheirChecksum_isZero() {
        assertThat(checksum("4500003400014000800676a4c000020ac0000214")).isZero();
    }

    @Test
    void addIntAndLong_equalTheirWords() {
        assertThat(new InternetChecksum().addLong(0x0001F203F4F5F6F7L).value()).isEqualTo(0x220D);
        assertThat(new InternetChecksum().addInt(0x0001F203).addInt(0xF4F5F6F7).value())
                .isEqualTo(0x220D);
    }

    private static int checksum(String hex) {
        byte[] bytes = BaseEncoding.base16().lowerCase().decode(hex);
        return new InternetChecksum()
                .add(ByteBuffer.wrap(bytes), 0, bytes.length)
                .value();
    }
}
