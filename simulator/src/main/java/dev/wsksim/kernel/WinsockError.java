package dev.wsksim.kernel;

import static dev.wsksim.kernel.NtStatus.*;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A Winsock error code, and the NTSTATUS values that user mode sees as this code.
 *
 * <p>AFD maps statuses to Winsock errors and its table is not documented. This one follows the public
 * reimplementation in libuv, {@code uv_ntstatus_to_winsock_error}; a failure that no row names becomes {@link
 * #WSAEINVAL}, as there. A success that no row names is no error here, while libuv would say WSAEINVAL. Codes and
 * names are those of windows-sockets-error-codes-2.
 */
public enum WinsockError {
    WSA_IO_PENDING(997, "The operation is under way.", STATUS_PENDING),
    WSAEINTR(10004, "The call was interrupted.", STATUS_CANCELLED, STATUS_REQUEST_ABORTED),
    WSAEACCES(10013, "Permission was denied.", STATUS_ACCESS_DENIED),
    WSAEFAULT(10014, "A pointer or length is bad.", STATUS_BUFFER_TOO_SMALL, STATUS_ACCESS_VIOLATION),
    WSAEINVAL(10022, "An argument, or the moment of the call, is not valid."),
    WSAEWOULDBLOCK(10035, "It cannot be done at once.", STATUS_DEVICE_NOT_READY, STATUS_REQUEST_NOT_ACCEPTED),
    WSAENOTSOCK(10038, "This is not a socket.", STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH),
    WSAEMSGSIZE(10040, "The message is too long.", STATUS_BUFFER_OVERFLOW, STATUS_INVALID_BUFFER_SIZE),
    WSAEOPNOTSUPP(10045, "The operation is not supported.", STATUS_NOT_SUPPORTED, STATUS_NOT_IMPLEMENTED),
    WSAEADDRINUSE(
            10048,
            "The address is in use.",
            STATUS_SHARING_VIOLATION,
            STATUS_ADDRESS_ALREADY_EXISTS,
            STATUS_TOO_MANY_ADDRESSES),
    WSAEADDRNOTAVAIL(
            10049,
            "The address is not one that can be used here.",
            STATUS_CONFLICTING_ADDRESSES,
            STATUS_INVALID_ADDRESS,
            STATUS_INVALID_ADDRESS_COMPONENT),
    WSAENETDOWN(
            10050,
            "The network is down.",
            STATUS_INVALID_NETWORK_RESPONSE,
            STATUS_NETWORK_BUSY,
            STATUS_NO_SUCH_DEVICE,
            STATUS_NO_SUCH_FILE,
            STATUS_OBJECT_PATH_NOT_FOUND,
            STATUS_OBJECT_NAME_NOT_FOUND,
            STATUS_UNEXPECTED_NETWORK_ERROR),
    WSAENETUNREACH(
            10051,
            "The network cannot be reached.",
            STATUS_BAD_NETWORK_PATH,
            STATUS_NETWORK_UNREACHABLE,
            STATUS_PROTOCOL_UNREACHABLE),
    WSAECONNABORTED(
            10053,
            "The local side aborted the connection.",
            STATUS_LOCAL_DISCONNECT,
            STATUS_TRANSACTION_ABORTED,
            STATUS_CONNECTION_ABORTED),
    WSAECONNRESET(
            10054,
            "The remote side reset the connection.",
            STATUS_REMOTE_DISCONNECT,
            STATUS_CONNECTION_RESET,
            STATUS_LINK_FAILED,
            STATUS_CONNECTION_DISCONNECTED,
            STATUS_PORT_UNREACHABLE,
            STATUS_HOPLIMIT_EXCEEDED),
    WSAENOBUFS(
            10055,
            "There is no buffer space.",
            STATUS_INSUFFICIENT_RESOURCES,
            STATUS_PAGEFILE_QUOTA,
            STATUS_COMMITMENT_LIMIT,
            STATUS_WORKING_SET_QUOTA,
            STATUS_NO_MEMORY,
            STATUS_QUOTA_EXCEEDED,
            STATUS_TOO_MANY_PAGING_FILES,
            STATUS_REMOTE_RESOURCES),
    WSAENOTCONN(10057, "The socket is not connected.", STATUS_INVALID_CONNECTION),
    WSAESHUTDOWN(10058, "The socket was shut down in this direction.", STATUS_PIPE_DISCONNECTED),
    WSAETIMEDOUT(10060, "It took too long.", STATUS_LINK_TIMEOUT, STATUS_IO_TIMEOUT, STATUS_TIMEOUT),
    WSAECONNREFUSED(10061, "The connection was refused.", STATUS_REMOTE_NOT_LISTENING, STATUS_CONNECTION_REFUSED),
    WSAEHOSTUNREACH(10065, "The host cannot be reached.", STATUS_HOST_UNREACHABLE),
    WSAEDISCON(10101, "The remote side is ending the connection in an orderly way.", STATUS_GRACEFUL_DISCONNECT);

    private static final ImmutableMap<NtStatus, WinsockError> BY_STATUS = tableByStatus();

    private final int code;
    private final String meaning;
    private final ImmutableSet<NtStatus> statuses;

    WinsockError(int code, String meaning, NtStatus... statuses) {
        this.code = code;
        this.meaning = meaning;
        this.statuses = ImmutableSet.copyOf(statuses);
    }

    private static ImmutableMap<NtStatus, WinsockError> tableByStatus() {
        ImmutableMap.Builder<NtStatus, WinsockError> table = ImmutableMap.builder();
        for (WinsockError error : values()) {
            error.statuses.forEach(status -> table.put(status, error));
        }
        return table.buildOrThrow();
    }

    /** Returns the Winsock error for a status; empty when the status is no error. */
    public static Optional<WinsockError> of(NtStatus status) {
        WinsockError listed = BY_STATUS.get(status);
        if (listed != null) {
            return Optional.of(listed);
        }
        return status.isSuccess() ? Optional.empty() : Optional.of(WSAEINVAL);
    }

    /** Returns the decimal code, such as 10061. */
    public int code() {
        return code;
    }

    /** Returns a short statement of what the code means. */
    public String meaning() {
        return meaning;
    }

    /** Returns the statuses that are mapped to this code by name, in the order of the table. */
    public ImmutableSet<NtStatus> statuses() {
        return statuses;
    }
}
