package dev.wsksim.wsk;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.tcp.ConnectFailure;

/**
 * The one place where a network outcome becomes an NTSTATUS.
 *
 * <p>Sources: the status names that Windows returns for these outcomes as listed in public mappings (libuv's {@code uv_ntstatus_to_winsock_error}) and in the
 * TCP socket options page; where only one of them is unverified, it is marked in {@link ConnectFailure}.
 */
public final class NtStatusMapping {

    private NtStatusMapping() {}

    /** Returns the status with which a connect request completes when the connection fails for this reason. */
    public static NtStatus of(ConnectFailure failure) {
        return switch (failure) {
            case REFUSED -> NtStatus.STATUS_CONNECTION_REFUSED;
            case TIMED_OUT -> NtStatus.STATUS_IO_TIMEOUT;
            case NO_ROUTE -> NtStatus.STATUS_NETWORK_UNREACHABLE;
            case HOST_UNREACHABLE -> NtStatus.STATUS_HOST_UNREACHABLE;
            case ADDRESS_IN_USE -> NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
            case INVALID_REMOTE_ADDRESS, INVALID_LOCAL_ADDRESS -> NtStatus.STATUS_INVALID_ADDRESS_COMPONENT;
        };
    }
}
