package dev.wsksim.wsk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.wsk.WindowsRelease;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five categories, by the flags of WskSocket. */
class SocketCategoryTest {

    @Test
    void ofFlags_oneFlag_isItsCategory() {
        assertThat(SocketCategory.ofFlags(Wsk.WSK_FLAG_BASIC_SOCKET)).contains(SocketCategory.BASIC);
        assertThat(SocketCategory.ofFlags(Wsk.WSK_FLAG_LISTEN_SOCKET)).contains(SocketCategory.LISTEN);
        assertThat(SocketCategory.ofFlags(Wsk.WSK_FLAG_CONNECTION_SOCKET)).contains(SocketCategory.CONNECTION);
        assertThat(SocketCategory.ofFlags(Wsk.WSK_FLAG_DATAGRAM_SOCKET)).contains(SocketCategory.DATAGRAM);
        assertThat(SocketCategory.ofFlags(Wsk.WSK_FLAG_STREAM_SOCKET)).contains(SocketCategory.STREAM);
    }

    @Test
    void ofFlags_severalOrUnknownBits_isNone() {
        assertThat(SocketCategory.ofFlags(Wsk.WSK_FLAG_LISTEN_SOCKET | Wsk.WSK_FLAG_CONNECTION_SOCKET))
                .isEmpty();
        assertThat(SocketCategory.ofFlags(16)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BASIC, false, false",
        "LISTEN, true, false",
        "CONNECTION, true, false",
        "DATAGRAM, false, true",
        "STREAM, true, false"
    })
    void carries_tcpAndUdp(SocketCategory category, boolean tcp, boolean udp) {
        assertThat(category.carries(new SocketTriple(Ws2def.AF_INET, Ws2def.SOCK_STREAM, Ws2def.IPPROTO_TCP)))
                .isEqualTo(tcp);
        assertThat(category.carries(new SocketTriple(Ws2def.AF_INET6, Ws2def.SOCK_DGRAM, Ws2def.IPPROTO_UDP)))
                .isEqualTo(udp);
    }

    @Test
    void since_onlyStreamSocketsAreLater() {
        for (SocketCategory category : SocketCategory.values()) {
            assertThat(category.since())
                    .isEqualTo(
                            category == SocketCategory.STREAM
                                    ? WindowsRelease.WINDOWS_10_1703
                                    : WindowsRelease.WINDOWS_VISTA);
        }
    }
}
