package dev.wsksim.scenario.model;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.event.WskInspectAction;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an event callback does in one call.
 *
 * @param status what it returns; absent: STATUS_SUCCESS
 * @param action what WskInspectEvent returns; absent: WskInspectAccept
 * @param bytesAccepted what WskReceiveEvent writes to BytesAccepted; absent: nothing
 * @param indication the name by which later steps speak of the list that was indicated
 * @param inspectId the name by which later steps speak of the request that WskInspectEvent was asked about
 * @param accepted what WskAcceptEvent does with the socket that it is given
 * @param calls the calls that it makes, in order
 * @param awaits the calls for which it waits, which no callback may do
 * @param position where it is written
 */
public record EventAnswer(
        Optional<NtStatus> status,
        Optional<WskInspectAction> action,
        OptionalLong bytesAccepted,
        Optional<Reference> indication,
        Optional<Reference> inspectId,
        AcceptedSocket accepted,
        ImmutableList<DriverCall> calls,
        ImmutableList<Reference> awaits,
        SourcePosition position) {

    /** Accepts everything and does nothing. */
    public static final EventAnswer ACCEPTING = returning(Optional.empty(), Optional.empty(), SourcePosition.NONE);

    /** Returns the answer of a callback that does nothing but return. */
    public static EventAnswer returning(
            Optional<NtStatus> status, Optional<WskInspectAction> action, SourcePosition position) {
        return new EventAnswer(
                status,
                action,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                AcceptedSocket.NOTHING_SAID,
                ImmutableList.of(),
                ImmutableList.of(),
                position);
    }
}
