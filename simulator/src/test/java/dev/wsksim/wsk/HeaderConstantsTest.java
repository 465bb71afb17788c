package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderConstantsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "0x1F90, 8080",
        "SOCK_STREAM, 1",
        "IPPROTO_TCP, 6",
        "WSK_INFINITE_WAIT, 4294967295",
        "SIO_ADDRESS_LIST_QUERY, 1207959574",
        "SO_EXCLUSIVEADDRUSE, -5",
        "SIO_WSK_SET_REMOTE_ADDRESS, 2399141889",
        "SIO_ADDRESS_LIST_SORT, 3355443225",
        "WSK_EVENT_DISABLE, 2147483648",
        "WSK_FLAG_WAITALL, 2",
        "WskInspectPend, 2",
        "IP_PKTINFO, 19",
        "SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT, 2550137053"
    })
    void parse_numberOrConstant_hasItsValue(String text, long value) {
        assertThat(HeaderConstants.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0x", "-1", "SOCK_STRAEM", "1e3", "0xZZ", "99999999999999999999", "sock_stream", "\u0663"})
    void parse_anythingElse_isNothing(String text) {
        assertThat(HeaderConstants.parse(text)).isEmpty();
    }

    @Test
    void names_allHaveValues() {
        assertThat(HeaderConstants.names())
                .doesNotHaveDuplicates()
                .allMatch(name -> HeaderConstants.parse(name).isPresent());
    }
}
