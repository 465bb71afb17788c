package dev.wsksim.net.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 0.0.0.0, false",
        "192.0.2.1/32, 192.0.2.1, true",
        "192.0.2.1/32, 192.0.2.0, false",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::/64, 2001:db8:0:1::, false",
        "2001:db8::8000:0:0:0/65, 2001:db8::1, false",
        "2001:db8::1/128, 2001:db8::1, true",
        "fe80::/10, febf::1, true",
        "fe80::/10, fec0::1, false",
    })
    void contains_address_isDecidedByTheLeadingBits(String prefix, String address, boolean contained) {
        assertThat(IpPrefix.of(prefix).contains(IpAddress.of(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/08",
                "::/129",
                "/24",
                "x/24"
            })
    void parse_anythingElse_isNothing(String text) {
        assertThat(IpPrefix.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10/24, 192.0.2.0/24", "255.255.255.255/1, 128.0.0.0/1", "1.2.3.4/0, 0.0.0.0/0",
                "1.2.3.4/32, 1.2.3.4/32",
        "2001:db8::1/64, 2001:db8::/64", "ffff:ffff:ffff:ffff:ffff::/65, ffff:ffff:ffff:ffff:8000::/65",
                "::1/128, ::1/128", "ff::/0, ::/0"
    })
    void parse_bitsBehindThePrefix_areCleared(String text, String canonical) {
        assertThat(IpPrefix.of(text)).hasToString(canonical).isEqualTo(IpPrefix.of(canonical));
    }

    @Test
    void length_beyondTheFamily_isRefused() {
        assertThatThrownBy(() -> new IpPrefix(IpAddress.of("192.0.2.0"), 33))
                .hasMessage("an IPv4 prefix has 0 to 32 bits, but this one has 33");
    }
}
