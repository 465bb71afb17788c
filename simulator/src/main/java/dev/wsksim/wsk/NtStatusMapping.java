package dev.wsksim.wsk;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.tcp.ConnectFailure;

/**
 * The one place where a network outcome becomes an NTSTATUS.
 *
 * <p>The pages of WskConnect and WskSocketConnect name no failure status. Sources: the WSK and Winsock statuses that
 * public mappings pair with these outcomes (libuv's {@code uv_ntstatus_to_winsock_error}). Assumptions:
 * STATUS_ADDRESS_ALREADY_EXISTS for a connection that exists, STATUS_TOO_MANY_ADDRESSES where no port is free,
 * STATUS_INVALID_ADDRESS_COMPONENT for an address that
 * cannot be used.
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
            case NO_FREE_PORT -> NtStatus.STATUS_TOO_MANY_ADDRESSES;
            case INVALID_REMOTE_ADDRESS, INVALID_LOCAL_ADDRESS -> NtStatus.STATUS_INVALID_ADDRESS_COMPONENT;
        };
    }
}
