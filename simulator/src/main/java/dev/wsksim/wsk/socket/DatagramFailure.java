package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.NtStatus;

/**
 * Why a datagram was not sent, or a setting of a datagram socket was not taken.
 *
 * @param status the status
 * @param reason why, in words
 */
public record DatagramFailure(NtStatus status, String reason) {}
