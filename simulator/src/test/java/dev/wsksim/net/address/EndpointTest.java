package dev.wsksim.net.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.20:445", "[2001:db8::20]:445", "0.0.0.0:0", "[::]:65535", "[::ffff:192.0.2.1]:1"})
    void parse_endpoint_printsTheSame(String text) {
        assertThat(Endpoint.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.20",
                "192.0.2.20:",
                "192.0.2.20:65536",
                "192.0.2.20:-1",
                "192.0.2.20:080",
                "[192.0.2.20]:1",
                "2001:db8::20:445",
                "[2001:db8::20]",
                "[]:1",
                ":1",
                "server:445",
                "192.0.2.20:1:2"
            })
    void parse_anythingElse_isNothing(String text) {
        assertThat(Endpoint.parse(text)).isEmpty();
    }

    @Test
    void equals_otherPort_isFalse() {
        Endpoint endpoint = Endpoint.of("192.0.2.20:445");
        assertThat(endpoint).isEqualTo(endpoint.withPort(445)).hasSameHashCodeAs(endpoint.withPort(445));
        assertThat(endpoint).isNotEqualTo(endpoint.withPort(446));
    }
}
