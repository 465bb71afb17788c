package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskEnvironment;
import dev.wsksim.wsk.data.IndicationMemory;
import dev.wsksim.wsk.data.WskDataIndication;
import dev.wsksim.wsk.event.CallbackIrql;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.EarlyAnswer;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskDisconnectEvent;
import dev.wsksim.wsk.event.WskReceiveEvent;
import dev.wsksim.wsk.event.WskSendBacklogEvent;
import dev.wsksim.wsk.flag.DisconnectEventFlags;
import dev.wsksim.wsk.flag.ReceiveEventFlags;
import org.jspecify.annotations.Nullable;

/**
 * Calls the event callbacks of one connection, and judges what they return.
 *
 * <p>A status that is not on the callback's page counts as STATUS_DATA_NOT_ACCEPTED, or is ignored where there is
 * nothing to accept (assumption, OQ-30). A callback that is enabled but NULL is called all the same, as C code would:
 * bug check 0x50. Source: nc-wsk-pfn_wsk_receive_event, nc-wsk-pfn_wsk_disconnect_event,
 * nc-wsk-pfn_wsk_send_backlog_event.
 */
final class StreamIndicator {

    private final WskSocket socket;

    StreamIndicator(WskSocket socket) {
        this.socket = socket;
    }

    /**
     * Calls WskReceiveEvent with these bytes.
     *
     * @param entireMessage whether the peer had pushed them
     * @return how many bytes the driver took
     */
    int receive(byte[] bytes, boolean entireMessage) {
        WskReceiveEvent callback = required("WskReceiveEvent", table().wskReceiveEvent());
        IndicationMemory memory = new IndicationMemory(socket.services().memory());
        int shape = socket.services().environment().decisions().choose(WskDecisions.INDICATION_SHAPE, socket.number());
        WskDataIndication list = IndicationShape.ofAnswer(shape).list(memory, bytes);
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        ReceiveEventFlags passed = flags(entireMessage, irql);
        Variable<Long> accepted = new Variable<>();
        socket.retained().lend(list);
        NtStatus status = socket.services()
                .callbacks()
                .run(
                        socket,
                        "WskReceiveEvent",
                        EventFlag.WSK_EVENT_RECEIVE,
                        irql,
                        () -> ImmutableMap.of(
                                "Flags", passed.toString(), "BytesIndicated", Integer.toString(bytes.length)),
                        () -> callback.receiveEvent(
                                socket.callbacks().socketContext(), passed, list, bytes.length, accepted),
                        returned -> outcome(returned, accepted.get(), bytes.length));
        Long written = accepted.get();
        if (status == NtStatus.STATUS_SUCCESS && written != null && (written < 0 || written > bytes.length)) {
            misused("BytesAccepted is " + written + ", but " + bytes.length + " bytes were indicated");
        }
        boolean keeps = status == NtStatus.STATUS_PENDING;
        if (socket.retained().returned(list, keeps)) {
            releasedEarly(status);
        }
        if (keeps) {
            return bytes.length;
        }
        return status == NtStatus.STATUS_SUCCESS ? taken(accepted.get(), bytes.length) : 0;
    }

    private ReceiveEventFlags flags(boolean entireMessage, CallbackIrql irql) {
        ReceiveEventFlags flags = entireMessage ? ReceiveEventFlags.WSK_FLAG_ENTIRE_MESSAGE : ReceiveEventFlags.NONE;
        boolean asap = socket.services()
                .environment()
                .decisions()
                .chooses(WskDecisions.RELEASE_ASAP, WskDecisions.SET, socket.number());
        if (asap) {
            flags = flags.or(ReceiveEventFlags.WSK_FLAG_RELEASE_ASAP);
        }
        return irql.isFlagged() ? flags.or(ReceiveEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL) : flags;
    }

    private void misused(String what) {
        WskEnvironment environment = socket.services().environment();
        if (environment.trace().isActive()) {
            environment.trace().emit(new CallbackMisused("WskReceiveEvent", socket.number(), what));
        }
    }

    private void releasedEarly(NtStatus status) {
        WskEnvironment environment = socket.services().environment();
        if (environment.trace().isActive()) {
            environment.trace().emit(EarlyAnswer.released("WskReceiveEvent", socket.number(), status));
        }
    }

    private static int taken(@Nullable Long accepted, int indicated) {
        return accepted == null ? indicated : (int) Math.max(0, Math.min(accepted, indicated));
    }

    private static String outcome(NtStatus returned, @Nullable Long accepted, int indicated) {
        return switch (returned) {
            case STATUS_SUCCESS -> taken(accepted, indicated) + " of " + indicated + " bytes accepted";
            case STATUS_PENDING -> "the driver keeps the list";
            default -> "nothing accepted; the bytes are kept until WskReceive is called";
        };
    }

    /** Calls WskReceiveEvent with NULL: the socket is dead. */
    void receiveOnDeadSocket() {
        WskReceiveEvent callback = required("WskReceiveEvent", table().wskReceiveEvent());
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        ReceiveEventFlags passed =
                irql.isFlagged() ? ReceiveEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL : ReceiveEventFlags.NONE;
        socket.services()
                .callbacks()
                .run(
                        socket,
                        "WskReceiveEvent",
                        EventFlag.WSK_EVENT_RECEIVE,
                        irql,
                        () -> ImmutableMap.of("Flags", passed.toString(), "DataIndication", "NULL"),
                        () -> callback.receiveEvent(
                                socket.callbacks().socketContext(), passed, null, 0, new Variable<>()),
                        returned -> "");
    }

    /** Calls WskDisconnectEvent. */
    void disconnected(boolean abortive) {
        WskDisconnectEvent callback = required("WskDisconnectEvent", table().wskDisconnectEvent());
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        DisconnectEventFlags flags = abortive ? DisconnectEventFlags.WSK_FLAG_ABORTIVE : DisconnectEventFlags.NONE;
        DisconnectEventFlags passed =
                irql.isFlagged() ? flags.or(DisconnectEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL) : flags;
        socket.services()
                .callbacks()
                .run(
                        socket,
                        "WskDisconnectEvent",
                        EventFlag.WSK_EVENT_DISCONNECT,
                        irql,
                        () -> ImmutableMap.of("Flags", passed.toString()),
                        () -> callback.disconnectEvent(socket.callbacks().socketContext(), passed),
                        returned -> "");
    }

    /** Calls WskSendBacklogEvent. */
    void sendBacklog(long idealBacklogSize) {
        WskSendBacklogEvent callback = required("WskSendBacklogEvent", table().wskSendBacklogEvent());
        socket.services()
                .callbacks()
                .run(
                        socket,
                        "WskSendBacklogEvent",
                        EventFlag.WSK_EVENT_SEND_BACKLOG,
                        socket.services().callbacks().chooseIrql(socket),
                        () -> ImmutableMap.of("IdealBacklogSize", Long.toString(idealBacklogSize)),
                        () -> callback.sendBacklogEvent(socket.callbacks().socketContext(), idealBacklogSize),
                        returned -> "");
    }

    private WskClientConnectionDispatch table() {
        ClientTable table = socket.callbacks().dispatch();
        if (table instanceof WskClientConnectionDispatch own) {
            return own;
        }
        if (table instanceof WskClientStreamDispatch both && both.connect() != null) {
            return both.connect();
        }
        throw missing().noTable();
    }

    private <T> T required(String name, @Nullable T callback) {
        return missing().required(name, callback);
    }

    private MissingCallback missing() {
        return new MissingCallback(socket, "WSK_CLIENT_CONNECTION_DISPATCH");
    }
}
