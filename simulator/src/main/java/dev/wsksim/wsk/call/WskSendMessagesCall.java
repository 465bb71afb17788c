package dev.wsksim.wsk.call;

import com.google.common.collect.ImmutableList;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.data.ControlMessage;
import dev.wsksim.wsk.data.WskBufList;
import dev.wsksim.wsk.socket.DatagramFailure;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * WskSendMessages: sends a list of datagrams to one address, with the same control information for all; Windows 8 and
 * later.
 *
 * <p>Everything is as for WskSendTo, for the whole list, with the sum of all bytes in Information (assumption, OQ-18).
 * A datagram that cannot be sent ends the call with its status; those before it are sent, and Information counts them
 * (assumption). A NULL list is STATUS_INVALID_PARAMETER (assumption).
 *
 * <p>IRQL: at or below DISPATCH_LEVEL (assumption, OQ-4: the page names none). Source: nc-wsk-pfn_wsk_send_messages.
 */
public final class WskSendMessagesCall extends DatagramSendCall {

    private final @Nullable WskBufList bufferList;
    private boolean holding;

    private WskSendMessagesCall(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBufList bufferList,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        super(services, WskFunction.WskSendMessages, socket, flags, remoteAddress, controlInfoLength, controlInfo, irp);
        this.bufferList = bufferList;
    }

    /** Plays a call of WskSendMessages up to its return. */
    public static NtStatus call(
            WskServices services,
            @Nullable WskSocket socket,
            @Nullable WskBufList bufferList,
            int flags,
            @Nullable SockAddr remoteAddress,
            long controlInfoLength,
            @Nullable ImmutableList<ControlMessage> controlInfo,
            @Nullable Irp irp) {
        return new WskSendMessagesCall(
                        services, socket, bufferList, flags, remoteAddress, controlInfoLength, controlInfo, irp)
                .run();
    }

    @Override
    void startOnOpenSocket() {
        String fault = fault();
        if (fault != null) {
            refuse(NtStatus.STATUS_INVALID_PARAMETER, fault);
        } else if (!refuseFlagsOrState() && !refuseDestination()) {
            sendAll();
        }
    }

    private @Nullable String fault() {
        if (bufferList == null) {
            return "BufferList is NULL (the status is an assumption)";
        }
        for (WskBufList entry = bufferList; entry != null; entry = entry.next()) {
            String fault = BufferJudgement.fault(services().memory(), function(), entry.buffer());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private void sendAll() {
        for (WskBufList entry = bufferList; entry != null; entry = entry.next()) {
            entry.buffer().hold(function().name(), false);
        }
        holding = true;
        long bytes = 0;
        int count = 0;
        for (WskBufList entry = bufferList; entry != null; entry = entry.next()) {
            DatagramFailure failure = hand(entry.buffer());
            if (failure != null) {
                settle(failure.status(), bytes, null, "datagram " + (count + 1) + ": " + failure.reason());
                return;
            }
            bytes += entry.buffer().length();
            count++;
        }
        settle(
                NtStatus.STATUS_SUCCESS,
                bytes,
                null,
                environment().trace().isActive() ? count + " datagrams handed to the network" : "");
    }

    @Override
    void completing() {
        if (holding) {
            holding = false;
            for (WskBufList entry = bufferList; entry != null; entry = entry.next()) {
                entry.buffer().letGo(false);
            }
        }
    }

    @Override
    CallArguments arguments() {
        StringBuilder list = new StringBuilder();
        for (WskBufList entry = bufferList; entry != null; entry = entry.next()) {
            list.append(list.length() == 0 ? "" : ", ").append(entry.buffer());
        }
        return withDestination(socketArguments().pointer("BufferList", bufferList == null ? null : list));
    }
}
