package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.socket.DatagramFailure;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskSendTo: sends one datagram.
 *
 * <p>The IRP is completed when the datagram is handed to the network (assumption, OQ-16), with its number of bytes in
 * Information; whether it arrives, nobody tells. RemoteAddress may be NULL where a fixed remote or sendto address is set,
 * and overrides both for this datagram.
 *
 * <p>Statuses, none of them named by the page: STATUS_INVALID_PARAMETER for Flags other than 0 (OQ-28), a bad buffer, an
 * address of another family, none at all, or malformed control information; STATUS_INVALID_DEVICE_STATE on a socket that
 * is not bound (OQ-27); STATUS_INVALID_BUFFER_SIZE or STATUS_BUFFER_OVERFLOW for more bytes than a datagram carries;
 * STATUS_ACCESS_DENIED for a broadcast address without SO_BROADCAST; STATUS_NETWORK_UNREACHABLE where no route leads;
 * STATUS_INVALID_ADDRESS_COMPONENT for port 0, a wildcard address, or a source address that is not the host's.
 *
 * <p>IRQL: at or below DISPATCH_LEVEL. Source: nc-wsk-pfn_wsk_send_to.
 */
public final class WskSendToCall extends DatagramSendCall {

    private final @Nullable WskBuf buffer;
    private boolean holding;

    private WskSendToCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSendTo, socket, flags, remoteAddress, controlInfoLength, controlInfo, irp);
        this.buffer = buffer;
    }

    /** Plays a call of WskSendTo up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBuf buffer,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        return new WskSendToCall(services, socket, buffer, flags, remoteAddress, controlInfoLength, controlInfo, irp)
                .run();
    }

    @Override
    void startOnOpenSocket() {
        String fault = BufferJudgement.fault(services().memory(), function(), buffer);
        if (fault != null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, fault);
        } else if (!refuseFlagsOrState() && !refuseDestination()) {
            send(buffer == null ? WskBuf.EMPTY : buffer);
        }
    }

    private void send(WskBuf datagram) {
        datagram.hold(function().name(), false);
        holding = true;
        DatagramFailure failure = hand(datagram);
        if (failure == null) {
            settle(NtStatus.STATUS_SUCCESS, datagram.length(), null, "handed to the network");
        } else {
            settle(failure.status(), failure.reason());
        }
    }

    @Override
    void completing() {
        WskBuf held = buffer;
        if (holding && held != null) {
            holding = false;
            held.letGo(false);
        }
    }

    @Override
    CallArguments arguments() {
        return withDestination(socketArguments().pointer("Buffer", buffer));
    }
}
