package dev.wsksim.kernel.io;

import dev.wsksim.kernel.NtStatus;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an IRP's IoStatus.
 *
 * <p>Source: ns-wdm-_io_status_block.
 *
 * @param status how the request ended
 * @param information a value of the size of a pointer: a count of bytes, or the number of the object
 * @param informationObject what Information points to, such as a WSK_SOCKET; null when it is a plain number
 */
public record IoStatusBlock(
        NtStatus status, long information, @Nullable Object informationObject) {}
