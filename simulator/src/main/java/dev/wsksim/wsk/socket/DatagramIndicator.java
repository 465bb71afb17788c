package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.mm.Mdl;
import dev.wsksim.kernel.mm.MemoryManager;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.data.WskBuf;
import dev.wsksim.wsk.data.WskDatagramIndication;
import dev.wsksim.wsk.event.CallbackIrql;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskReceiveFromEvent;
import dev.wsksim.wsk.flag.ReceiveFromEventFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        WskDatagramIndication list = list(datagrams);
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        ReceiveFromEventFlags passed =
                flags(irql, new ReceiveFromEventFlags(datagrams.get(0).kind().value()));
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
        if (status == NtStatus.STATUS_PENDING) {
            socket.retained().retainDatagrams(list);
            return true;
        }
        free(socket.services().memory(), list);
        return status == NtStatus.STATUS_SUCCESS;
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

    private WskDatagramIndication list(List<ArrivedDatagram> datagrams) {
        WskDatagramIndication list = entry(datagrams.get(datagrams.size() - 1), null);
        for (int i = datagrams.size() - 2; i >= 0; i--) {
            list = entry(datagrams.get(i), list);
        }
        return list;
    }

    private WskDatagramIndication entry(ArrivedDatagram datagram, @Nullable WskDatagramIndication next) {
        return new WskDatagramIndication(
                buffer(datagram), datagram.controlInfo(), SockAddr.of(datagram.source()), next);
    }

    private WskBuf buffer(ArrivedDatagram datagram) {
        if (datagram.data().isEmpty()) {
            return WskBuf.EMPTY;
        }
        int shape = socket.services().environment().decisions().choose(WskDecisions.DATAGRAM_SHAPE, socket.number());
        MemoryManager memory = socket.services().memory();
        return IndicationShape.ofAnswer(shape)
                .list(memory, memory.lent(datagram.data().toByteArray()))
                .buffer();
    }

    /** Takes the memory of a list back. */
    private static void free(MemoryManager memory, WskDatagramIndication list) {
        for (WskDatagramIndication entry = list; entry != null; entry = entry.next()) {
            for (Mdl mdl = entry.buffer().mdl(); mdl != null; mdl = mdl.next()) {
                if (!mdl.block().isFreed()) {
                    memory.exFreePool(mdl.block());
                }
            }
        }
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
