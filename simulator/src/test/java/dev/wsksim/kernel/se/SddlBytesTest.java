package dev.wsksim.kernel.se;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares text and bytes with the hand-checked table {@code sddl-bytes.txt}. */
class SddlBytesTest {

    private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();

    static Stream<Arguments> table() {
        return GoldenLines.read("sddl-bytes.txt").stream()
                .map(fields -> Arguments.of(fields[1], fields[2].equals("=") ? fields[1] : fields[2], fields[3]));
    }

    @ParameterizedTest
    @MethodSource("table")
    void parse_text_encodesToTheBytes(String text, String canonical, String hex) {
        assertThat(HEX.encode(SelfRelative.encode(Sddl.parse(text)))).isEqualTo(hex);
    }

    @ParameterizedTest
    @MethodSource("table")
    void decode_bytes_formatsToTheCanonicalText(String text, String canonical, String hex) throws Exception {
        assertThat(Sddl.format(SelfRelative.decode(HEX.decode(hex)))).isEqualTo(canonical);
    }

    @Test
    void table_distinctTexts_areAtLeastForty() {
        List<String> texts = GoldenLines.read("sddl-bytes.txt").stream()
                .map(fields -> fields[1])
                .toList();
        assertThat(texts).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void acl_mixed_laysOutAsDocumented() {
        byte[] bytes = SelfRelative.encode(Sddl.parse("O:BAD:(D;;0x1;;;BG)"));
        String header = "01 00 0480 14000000 00000000 00000000 24000000";
        String owner = "01 02 000000000005 20000000 20020000";
        String acl = "02 00 2000 0100 0000";
        String ace = "01 00 1800 01000000 01 02 000000000005 20000000 22020000";
        assertThat(HEX.encode(bytes)).isEqualTo((header + owner + acl + ace).replace(" ", ""));
    }
}
