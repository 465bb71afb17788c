package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.net.packet.ByteSlice;
import dev.wsksim.net.raw.RawStack;
import dev.wsksim.net.udp.SendChoices;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.DatagramFailure;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/** What WskSendTo and WskSendMessages share: where to send to, the control information, and handing a datagram over. */
abstract class DatagramSendCall extends DatagramCall {

    private static final int NO_DATAGRAM_IS_LARGER = Math.max(RawStack.MAX_DATA, 65_535);

    private final @Nullable SockAddr remoteAddress;
    private final long controlInfoLength;
    private final @Nullable ImmutableList<ControlMessage> controlInfo;
    private @Nullable Endpoint to;
    private SendChoices choices = SendChoices.NONE;

    DatagramSendCall(
            WskServices services,
            WskFunction function,
            @Nullable WskSocket socket,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        super(services, function, socket, flags, irp);
        this.remoteAddress = remoteAddress;
        this.controlInfoLength = controlInfoLength;
        this.controlInfo = controlInfo;
    }

    /** Refuses the call where it does not say where to send to, or its control information is wrong; tells whether it did. */
    final boolean refuseDestination() {
        SockAddr given = remoteAddress;
        Endpoint destination = given == null ? role().defaultDestination() : Binding.endpoint(given);
        if (given == null && destination == null) {
            refuse(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "RemoteAddress is NULL, and neither a fixed remote nor a fixed sendto address is set (the status is an"
                            + " assumption)");
            return true;
        }
        if (given != null && given.saFamily() != target().triple().addressFamily()) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, "RemoteAddress is not of the socket's family (assumption)");
            return true;
        }
        if (destination == null) {
            Binding.refuseMalformed(this, "RemoteAddress");
            return true;
        }
        Endpoint onTheNet = role().onTheNet(destination);
        to = onTheNet;
        ControlInfo control = ControlInfo.read(
                controlInfoLength,
                controlInfo,
                onTheNet.address().family(),
                environment().release());
        choices = control.choices();
        DatagramFailure failure = control.failure();
        if (failure != null) {
            refuse(failure.status(), failure.reason());
        }
        return failure != null;
    }

    /**
     * Hands one datagram to the network, with a copy of its bytes: the memory is the driver's again once the IRP is
     * completed.
     *
     * @return null when it was sent, or why not
     */
    final @Nullable DatagramFailure hand(WskBuf buffer) {
        Endpoint destination = to;
        if (destination == null) {
            throw new AssertionError("the destination was judged before");
        }
        if (buffer.length() > NO_DATAGRAM_IS_LARGER) {
            return tooLarge(buffer.length() + " bytes are more than any datagram can carry");
        }
        int length = (int) buffer.length();
        ByteSlice data = length == 0 ? ByteSlice.EMPTY : ByteSlice.of(buffer.toBytes(), 0, length);
        DatagramFailure failure = role().send(data, destination, choices);
        return failure == null || failure.status() != NtStatus.STATUS_INVALID_BUFFER_SIZE
                ? failure
                : tooLarge(failure.reason());
    }

    private DatagramFailure tooLarge(String reason) {
        return new DatagramFailure(chooseStatus(WskDecisions.OVERSIZE_STATUS), reason);
    }

    @Override
    final void abandon() {
        throw new AssertionError(function() + " is settled as soon as it starts, so nothing is left to cancel");
    }

    /** Adds the arguments behind the buffer. */
    final CallArguments withDestination(CallArguments arguments) {
        return withIrp(arguments
                .number("Flags", flags())
                .remoteAddress(remoteAddress)
                .number("ControlInfoLength", controlInfoLength)
                .pointer("ControlInfo", controlInfo));
    }
}
