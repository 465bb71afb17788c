package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.data.IndicationMemory;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.event.CallbackIrql;
import dev.wsksim.wsk.event.EarlyAnswer;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskReceiveFromEvent;
import dev.wsksim.wsk.flag.ReceiveFromEventFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls WskReceiveFromEvent of one socket, and judges what it returns.
 *
 * <p>A status that is not on the callback's page counts as STATUS_DATA_NOT_ACCEPTED (assumption, OQ-30). An empty
 * datagram is indicated with a NULL MDL, as was seen. A callback that is enabled but NULL is called all the same, as C
 * code would: bug check 0x50. Source: nc-wsk-pfn_wsk_receive_from_event, ns-wsk-_wsk_datagram_indication.
 */
final class DatagramIndicator {

    private static final String NAME = "WskReceiveFromEvent";

    private final WskSocket socket;

    DatagramIndicator(WskSocket socket) {
        this.socket = socket;
    }

    /** Calls WskReceiveFromEvent with datagrams of one kind; tells whether the driver took them. */
    boolean indicate(List<ArrivedDatagram> datagrams) {
        WskReceiveFromEvent callback = callback();
        List<WskDatagramIndication> entries = list(datagrams);
        WskDatagramIndication list = entries.get(0);
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        ReceiveFromEventFlags passed =
                flags(irql, new ReceiveFromEventFlags(datagrams.get(0).kind().value()));
        socket.retained().lend(entries);
        NtStatus status = socket.services()
                .callbacks()
                .run(
                        socket,
                        NAME,
                        EventFlag.WSK_EVENT_RECEIVE_FROM,
                        irql,
                        () -> ImmutableMap.of("Flags", passed.toString(), "DataIndication", text(datagrams)),
                        () -> callback.receiveFromEvent(socket.callbacks().socketContext(), passed, list),
                        this::outcome);
        boolean keeps = status == NtStatus.STATUS_PENDING;
        if (socket.retained().returned(entries, keeps)) {
            releasedEarly(status);
        }
        return keeps || status == NtStatus.STATUS_SUCCESS;
    }

    private void releasedEarly(NtStatus status) {
        Trace trace = socket.services().environment().trace();
        if (trace.isActive()) {
            trace.emit(EarlyAnswer.released(NAME, socket.number(), status));
        }
    }

    /** Calls WskReceiveFromEvent with NULL: the socket is dead. */
    void indicateDeath() {
        if (socket.state() != SocketState.DEAD) {
            return;
        }
        WskReceiveFromEvent callback = callback();
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        ReceiveFromEventFlags passed = flags(irql, ReceiveFromEventFlags.NONE);
        socket.services()
                .callbacks()
                .run(
                        socket,
                        NAME,
                        EventFlag.WSK_EVENT_RECEIVE_FROM,
                        irql,
                        () -> ImmutableMap.of("Flags", passed.toString(), "DataIndication", "NULL"),
                        () -> callback.receiveFromEvent(socket.callbacks().socketContext(), passed, null),
                        returned -> "");
    }

    private static ReceiveFromEventFlags flags(CallbackIrql irql, ReceiveFromEventFlags kind) {
        return irql.isFlagged() ? kind.or(ReceiveFromEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL) : kind;
    }

    private String outcome(NtStatus returned) {
        boolean isStatic = socket.events().isFixed(EventFlag.WSK_EVENT_RECEIVE_FROM.bit());
        return switch (returned) {
            case STATUS_SUCCESS -> "all datagrams accepted";
            case STATUS_PENDING -> "the driver keeps the list";
            default ->
                isStatic
                        ? "not accepted; the datagrams are lost (assumption, OQ-21)"
                        : "not accepted; the datagrams wait, and the event is disabled";
        };
    }

    private static String text(List<ArrivedDatagram> datagrams) {
        StringBuilder text = new StringBuilder();
        for (ArrivedDatagram datagram : datagrams) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(datagram.data().length())
                    .append(" bytes from ")
                    .append(datagram.source());
        }
        return text.toString();
    }

    /** Makes the entries, linked in order. */
    private List<WskDatagramIndication> list(List<ArrivedDatagram> datagrams) {
        List<WskDatagramIndication> entries = new ArrayList<>(datagrams.size());
        for (int i = 0; i < datagrams.size(); i++) {
            WskDatagramIndication entry = entry(datagrams.get(i));
            if (i > 0) {
                entries.get(i - 1).setNext(entry);
            }
            entries.add(entry);
        }
        return entries;
    }

    private WskDatagramIndication entry(ArrivedDatagram datagram) {
        IndicationMemory memory = new IndicationMemory(socket.services().memory());
        return new WskDatagramIndication(
                memory, buffer(datagram, memory), datagram.controlInfo(), SockAddr.of(datagram.source()), null);
    }

    private WskBuf buffer(ArrivedDatagram datagram, IndicationMemory memory) {
        if (datagram.data().isEmpty()) {
            return WskBuf.EMPTY;
        }
        int shape = socket.services().environment().decisions().choose(WskDecisions.DATAGRAM_SHAPE, socket.number());
        return IndicationShape.ofAnswer(shape)
                .list(memory, datagram.data().toByteArray())
                .buffer();
    }

    private WskReceiveFromEvent callback() {
        ClientTable table = socket.callbacks().dispatch();
        WskReceiveFromEvent callback =
                table instanceof WskClientDatagramDispatch own ? own.wskReceiveFromEvent() : null;
        if (callback == null) {
            throw new SimulatedBugCheck(
                    BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                    "",
                    NAME + " of " + socket + " is NULL, but the event is enabled and was to be indicated",
                    "ns-wsk-_wsk_client_datagram_dispatch");
        }
        return callback;
    }
}
