package dev.wsksim.wsk;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.packet.IcmpErrorKind;
import dev.wsksim.net.raw.RawSendFailure;
import dev.wsksim.net.tcp.ConnectFailure;
import dev.wsksim.net.udp.UdpSendFailure;
import org.jspecify.annotations.Nullable;

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

    /** Returns the status with which a send of a datagram completes that could not be handed to the network. */
    public static NtStatus of(UdpSendFailure failure) {
        return switch (failure) {
            case MESSAGE_TOO_LONG -> NtStatus.STATUS_INVALID_BUFFER_SIZE;
            case NO_ROUTE, HOST_NOT_RUNNING -> NtStatus.STATUS_NETWORK_UNREACHABLE;
            case BROADCAST_NOT_ALLOWED -> NtStatus.STATUS_ACCESS_DENIED;
            case INVALID_REMOTE_ADDRESS, INVALID_SOURCE_ADDRESS -> NtStatus.STATUS_INVALID_ADDRESS_COMPONENT;
            case NOT_CONNECTED, CLOSED -> throw new AssertionError(failure + " is judged before the datagram is sent");
        };
    }

    /** Returns the status with which a send of a raw packet completes that could not be handed to the network. */
    public static NtStatus of(RawSendFailure failure) {
        return switch (failure) {
            case MESSAGE_TOO_LONG -> NtStatus.STATUS_INVALID_BUFFER_SIZE;
            case NO_ROUTE, HOST_NOT_RUNNING -> NtStatus.STATUS_NETWORK_UNREACHABLE;
            case BROADCAST_NOT_ALLOWED -> NtStatus.STATUS_ACCESS_DENIED;
            case INVALID_REMOTE_ADDRESS, INVALID_SOURCE_ADDRESS -> NtStatus.STATUS_INVALID_ADDRESS_COMPONENT;
            case INVALID_HEADER -> NtStatus.STATUS_INVALID_PARAMETER;
            case HEADER_NOT_SIMULATED, EXTENSION_HEADER, FORGED_SOURCE, CLOSED ->
                throw new AssertionError(failure + " has no status");
        };
    }

    /**
     * Returns the status with which the next receive of a datagram socket fails after an ICMP error, or null for an error
     * that its user is not told. Assumption: as for Winsock, port unreachable and hop limit exceeded are told.
     */
    public static @Nullable NtStatus ofDatagramError(IcmpErrorKind kind) {
        return switch (kind) {
            case PORT_UNREACHABLE -> NtStatus.STATUS_PORT_UNREACHABLE;
            case HOP_LIMIT_EXCEEDED -> NtStatus.STATUS_HOPLIMIT_EXCEEDED;
            default -> null;
        };
    }

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
