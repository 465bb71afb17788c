package dev.wsksim.scenario.model;

import dev.wsksim.kernel.NtStatus;
import java.util.OptionalInt;

/**
 * An order that calls of a function fail although nothing is wrong.
 *
 * @param function the function
 * @param status the failure
 * @param nth the first call of the driver that fails, from 1
 * @param times how many calls fail from that one on; absent: every one
 * @param isPended whether the call returns STATUS_PENDING, and its IRP is completed with the failure
 * @param position where the function is named
 */
public record FaultSpec(
        Reference function, NtStatus status, int nth, OptionalInt times, boolean isPended, SourcePosition position) {}
