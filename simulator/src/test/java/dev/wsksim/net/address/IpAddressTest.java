package dev.wsksim.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.RandomStream;
import dev.wsksim.engine.RandomStreams;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "192.0.2.1, 192.0.2.1",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:0db8:0000:0000:0000:0000:0002:0001, 2001:db8::2:1",
        "2001:DB8::ABCD, 2001:db8::abcd",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:0:0:4:5:6:0:0, 1::4:5:6:0:0",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "::ffff:c000:201, ::ffff:192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "fe80::1, fe80::1",
    })
    void parse_address_printsCanonicalText(String text, String canonical) {
        assertThat(IpAddress.of(text)).hasToString(canonical);
        assertThat(IpAddress.of(canonical)).isEqualTo(IpAddress.of(text)).hasSameHashCodeAs(IpAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.4 ",
                "1..3.4",
                "0x1.2.3.4",
                "١.2.3.4",
                "a.b.c.d",
                "localhost",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "fe80::1%3",
                "[::1]",
                "::1/64",
                "1:::2",
                "::ffff:192.0.2.01"
            })
    void parse_anythingElse_isNothing(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void of_anythingElse_saysWhatItGot() {
        assertThatThrownBy(() -> IpAddress.of("server")).hasMessage("not an IP address: 'server'");
    }

    @Test
    void parse_ofPrinted_givesTheSameAddress() throws UnknownHostException {
        RandomStream random = new RandomStreams(5).stream("addresses");
        for (int i = 0; i < 20_000; i++) {
            // Sparse words, so that runs of zeros of every length come up.
            long high = random.nextLong() & random.nextLong() & random.nextLong() & groupMask(random);
            long low = random.nextLong() & groupMask(random);
            IpAddress address = IpAddress.ipv6(high, low);
            assertThat(IpAddress.of(address.toString())).isEqualTo(address);
            if (!address.isIpv4Mapped()) {
                byte[] bytes = InetAddress.getByName(address.toString()).getAddress();
                assertThat(java.nio.ByteBuffer.wrap(bytes).getLong()).isEqualTo(high);
            }
            IpAddress four = IpAddress.ipv4(random.nextInt());
            assertThat(IpAddress.of(four.toString())).isEqualTo(four);
        }
    }

    private static long groupMask(RandomStream random) {
        long mask = 0;
        for (int group = 0; group < 4; group++) {
            mask = mask << 16 | (random.nextInt(2) == 0 ? 0 : 0xFFFF);
        }
        return mask;
    }

    @Test
    void mapped_address_staysIpv6() {
        IpAddress mapped = IpAddress.of("::ffff:192.0.2.1");
        assertThat(mapped.family()).isEqualTo(IpFamily.IPV6);
        assertThat(mapped.isIpv4Mapped()).isTrue();
        assertThat(mapped).isNotEqualTo(IpAddress.of("192.0.2.1"));
    }

    @Test
    void wildcards_ofTheFamilies_differ() {
        assertThat(IpAddress.wildcard(IpFamily.IPV4)).isNotEqualTo(IpAddress.wildcard(IpFamily.IPV6));
        assertThat(IpAddress.wildcard(IpFamily.IPV6).isWildcard()).isTrue();
        assertThat(IpAddress.of("0.0.0.1").isWildcard()).isFalse();
    }

    @Test
    void kinds_ofAddresses_areTold() {
        assertThat(IpAddress.loopback(IpFamily.IPV4)).isEqualTo(IpAddress.of("127.0.0.1"));
        assertThat(IpAddress.of("127.255.255.254").isLoopback()).isTrue();
        assertThat(IpAddress.of("128.0.0.1").isLoopback()).isFalse();
        assertThat(IpAddress.loopback(IpFamily.IPV6).isLoopback()).isTrue();
        assertThat(IpAddress.of("::2").isLoopback()).isFalse();
        assertThat(IpAddress.of("224.0.0.1").isMulticast()).isTrue();
        assertThat(IpAddress.of("239.255.255.255").isMulticast()).isTrue();
        assertThat(IpAddress.of("240.0.0.1").isMulticast()).isFalse();
        assertThat(IpAddress.of("ff02::1").isMulticast()).isTrue();
        assertThat(IpAddress.of("fe80::1").isMulticast()).isFalse();
        assertThat(IpAddress.of("255.255.255.255").isLimitedBroadcast()).isTrue();
        assertThat(IpAddress.of("::ffff:ffff").isLimitedBroadcast()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "169.254.0.1, true",
        "169.255.0.1, false",
        "192.0.2.1, false",
        "fe80::1, true",
        "febf::1, true",
        "fec0::1, false",
        "2001:db8::1, false"
    })
    void isLinkLocal_isThatOfItsPrefix(String address, boolean expected) {
        assertThat(IpAddress.of(address).isLinkLocal()).isEqualTo(expected);
    }
}
