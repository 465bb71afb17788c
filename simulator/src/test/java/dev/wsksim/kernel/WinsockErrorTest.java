package dev.wsksim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinsockErrorTest {

    @ParameterizedTest
    @CsvSource({
        "STATUS_CONNECTION_REFUSED, WSAECONNREFUSED, 10061",
        "STATUS_REMOTE_NOT_LISTENING, WSAECONNREFUSED, 10061",
        "STATUS_IO_TIMEOUT, WSAETIMEDOUT, 10060",
        "STATUS_TIMEOUT, WSAETIMEDOUT, 10060",
        "STATUS_HOST_UNREACHABLE, WSAEHOSTUNREACH, 10065",
        "STATUS_NETWORK_UNREACHABLE, WSAENETUNREACH, 10051",
        "STATUS_INVALID_ADDRESS_COMPONENT, WSAEADDRNOTAVAIL, 10049",
        "STATUS_ADDRESS_ALREADY_EXISTS, WSAEADDRINUSE, 10048",
        "STATUS_TOO_MANY_ADDRESSES, WSAEADDRINUSE, 10048",
        "STATUS_ACCESS_DENIED, WSAEACCES, 10013",
        "STATUS_CONNECTION_RESET, WSAECONNRESET, 10054",
        "STATUS_PORT_UNREACHABLE, WSAECONNRESET, 10054",
        "STATUS_CONNECTION_ABORTED, WSAECONNABORTED, 10053",
        "STATUS_GRACEFUL_DISCONNECT, WSAEDISCON, 10101",
        "STATUS_INVALID_CONNECTION, WSAENOTCONN, 10057",
        "STATUS_PIPE_DISCONNECTED, WSAESHUTDOWN, 10058",
        "STATUS_BUFFER_OVERFLOW, WSAEMSGSIZE, 10040",
        "STATUS_ACCESS_VIOLATION, WSAEFAULT, 10014",
        "STATUS_DEVICE_NOT_READY, WSAEWOULDBLOCK, 10035",
        "STATUS_CANCELLED, WSAEINTR, 10004",
        "STATUS_NOT_SUPPORTED, WSAEOPNOTSUPP, 10045",
        "STATUS_INSUFFICIENT_RESOURCES, WSAENOBUFS, 10055",
        "STATUS_INVALID_HANDLE, WSAENOTSOCK, 10038",
        "STATUS_PENDING, WSA_IO_PENDING, 997",
        "STATUS_INVALID_PARAMETER, WSAEINVAL, 10022",
        "STATUS_DATA_NOT_ACCEPTED, WSAEINVAL, 10022",
    })
    void of_status_isTheErrorOfTheTable(NtStatus status, WinsockError error, int code) {
        assertThat(status.winsockError()).contains(error);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void of_successThatNoRowNames_isNoError() {
        assertThat(NtStatus.STATUS_SUCCESS.winsockError()).isEmpty();
        assertThat(NtStatus.STATUS_EVENT_PENDING.winsockError()).isEmpty();
    }

    @Test
    void codes_all_areUnique() {
        assertThat(Arrays.stream(WinsockError.values()).map(WinsockError::code)).doesNotHaveDuplicates();
    }

    @Test
    void statuses_everyRow_mapBackToTheRow() {
        for (WinsockError error : WinsockError.values()) {
            assertThat(error.statuses())
                    .allSatisfy(status -> assertThat(WinsockError.of(status)).contains(error));
        }
    }
}
