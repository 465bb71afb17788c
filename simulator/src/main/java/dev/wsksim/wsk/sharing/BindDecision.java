package dev.wsksim.wsk.sharing;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link BindRequest}, with its reason.
 *
 * @param status STATUS_SUCCESS, STATUS_ADDRESS_ALREADY_EXISTS, STATUS_ACCESS_DENIED or STATUS_TOO_MANY_ADDRESSES
 * @param binding the new hold, on success only
 * @param reason why, in words that name the row and column of the matrix and the entry of the access control list that
 *     decided
 */
public record BindDecision(NtStatus status, @Nullable LocalBinding binding, String reason) {}
