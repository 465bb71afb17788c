package dev.wsksim.net.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.wsksim.net.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsFileTest {

    private static final HostsFile FILE = HostsFile.parse("""
                    # 192.0.2.1 commented.example
                    192.0.2.20\tFiles.example files  # the file server
                      2001:db8::20 files.example
                    192.0.2.300 wrong.example
                    192.0.2.30
                    192.0.2.21 files.example other.example\r
                    """);

    @Test
    void addressesOf_nameOnSeveralLines_inTheOrderOfTheFile() {
        assertThat(FILE.addressesOf("FILES.EXAMPLE"))
                .containsExactly(IpAddress.of("192.0.2.20"), IpAddress.of("2001:db8::20"), IpAddress.of("192.0.2.21"));
        assertThat(FILE.addressesOf("files.example.")).hasSize(3);
        assertThat(FILE.addressesOf("files")).containsExactly(IpAddress.of("192.0.2.20"));
    }

    @Test
    void mainNameOf_alias_isTheFirstNameOfItsLine() {
        assertThat(FILE.mainNameOf("files")).contains("Files.example");
        assertThat(FILE.mainNameOf("other.example")).contains("files.example");
    }

    @Test
    void nameOf_address_isTheFirstNameOfItsLine() {
        assertThat(FILE.nameOf(IpAddress.of("192.0.2.21"))).contains("files.example");
        assertThat(FILE.nameOf(IpAddress.of("192.0.2.30"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commented.example", "wrong.example", "server", "#", ""})
    void addressesOf_whatIsNoNameOfALine_none(String name) {
        assertThat(FILE.addressesOf(name)).isEmpty();
        assertThat(FILE.mainNameOf(name)).isEmpty();
    }

    /** Compares with a model that keeps the lines as pairs of an address and a name. */
    @Test
    void randomFiles_agreeWithPairs() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            List<List<String>> lines = new ArrayList<>();
            for (int line = random.nextInt(6); line > 0; line--) {
                List<String> words = new ArrayList<>(List.of("192.0.2." + random.nextInt(4)));
                for (int name = 1 + random.nextInt(3); name > 0; name--) {
                    words.add("n" + random.nextInt(4));
                }
                lines.add(words);
                text.append(String.join(random.nextBoolean() ? " " : "\t  ", words))
                        .append(random.nextBoolean() ? " # n0 n1\n" : "\r\n");
            }
            HostsFile file = HostsFile.parse(text.toString());
            for (int name = 0; name < 4; name++) {
                String wanted = "n" + name;
                assertThat(file.addressesOf(wanted))
                        .as(text.toString())
                        .isEqualTo(lines.stream()
                                .filter(words -> words.subList(1, words.size()).contains(wanted))
                                .map(words -> IpAddress.of(words.get(0)))
                                .distinct()
                                .collect(ImmutableList.toImmutableList()));
            }
        }
    }
}
