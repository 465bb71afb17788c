package dev.wsksim.wsk.socket;

import com.google.common.collect.ImmutableMap;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.net.address.Endpoint;
import dev.wsksim.trace.Trace;
import dev.wsksim.wsk.SockAddr;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.data.ParameterMemory;
import dev.wsksim.wsk.event.CallbackIrql;
import dev.wsksim.wsk.event.CallbackMisused;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.event.WskAbortEvent;
import dev.wsksim.wsk.event.WskAcceptEvent;
import dev.wsksim.wsk.event.WskInspectAction;
import dev.wsksim.wsk.event.WskInspectEvent;
import dev.wsksim.wsk.event.WskInspectId;
import dev.wsksim.wsk.flag.AcceptEventFlags;
import org.jspecify.annotations.Nullable;

/**
 * Calls the event callbacks of one listening socket, and judges what they return.
 *
 * <p>A status of WskAcceptEvent that is not on its page counts as STATUS_REQUEST_NOT_ACCEPTED (assumption, OQ-30); what
 * is returned for a dead socket is ignored (assumption, OQ-29). A callback that is enabled but NULL is called all the
 * same, as C code would: bug check 0x50. Source: nc-wsk-pfn_wsk_accept_event, nc-wsk-pfn_wsk_inspect_event,
 * nc-wsk-pfn_wsk_abort_event.
 */
final class ListenIndicator {

    private final WskSocket socket;

    ListenIndicator(WskSocket socket) {
        this.socket = socket;
    }

    /**
     * Calls WskAcceptEvent with a connection; from then on the accepted socket has the context and the table that the
     * driver sets, during the call already.
     *
     * @return whether the driver has accepted it
     */
    boolean accept(ConnectionSocket accepted) {
        Variable<Object> context = new Variable<>();
        Variable<WskClientConnectionDispatch> table = new Variable<>();
        accepted.offerTo(() -> SocketCallbacks.of(context.get(), table.get()));
        NtStatus status = callAccept(accepted, context, table);
        accepted.setCallbacks(SocketCallbacks.of(context.get(), table.get()));
        if (status == NtStatus.STATUS_SUCCESS) {
            judge(context.get(), table.get());
        }
        return status == NtStatus.STATUS_SUCCESS;
    }

    /** What the driver has stored is used as it is, and reported where it breaks a rule of the page. */
    private void judge(@Nullable Object context, @Nullable WskClientConnectionDispatch table) {
        Trace trace = socket.services().environment().trace();
        ParameterMemory.judgeContext(trace, "WskAcceptEvent", "AcceptSocketContext", context);
        if (trace.isActive() && (context == null) != (table == null)) {
            String what = context == null
                    ? "it stored an AcceptSocketDispatch but no AcceptSocketContext"
                    : "it stored an AcceptSocketContext but no AcceptSocketDispatch";
            trace.emit(new CallbackMisused("WskAcceptEvent", socket.number(), what));
        }
    }

    /** Calls WskAcceptEvent with NULL: the socket is dead. */
    void acceptOnDeadSocket() {
        callAccept(null, new Variable<>(), new Variable<>());
    }

    private NtStatus callAccept(
            @Nullable ConnectionSocket accepted,
            Variable<Object> context,
            Variable<WskClientConnectionDispatch> table) {
        WskAcceptEvent callback = required("WskAcceptEvent", table().wskAcceptEvent());
        CallbackIrql irql = socket.services().callbacks().chooseIrql(socket);
        AcceptEventFlags flags = irql.isFlagged() ? AcceptEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL : AcceptEventFlags.NONE;
        SockAddr local = accepted == null ? null : told(accepted.local());
        SockAddr remote = accepted == null ? null : told(accepted.remote());
        return socket.services()
                .callbacks()
                .run(
                        socket,
                        "WskAcceptEvent",
                        EventFlag.WSK_EVENT_ACCEPT,
                        irql,
                        () -> ImmutableMap.of(
                                "Flags", flags.toString(),
                                "LocalAddress", text(local),
                                "RemoteAddress", text(remote),
                                "AcceptSocket", text(accepted)),
                        () -> callback.acceptEvent(
                                socket.callbacks().socketContext(), flags, local, remote, accepted, context, table),
                        returned -> outcome(accepted, returned));
    }

    private static String outcome(@Nullable ConnectionSocket accepted, @Nullable NtStatus returned) {
        if (accepted == null) {
            return "";
        }
        return returned == NtStatus.STATUS_SUCCESS
                ? accepted + " is accepted"
                : accepted + " is not accepted; the provider closes it";
    }

    /** Calls WskInspectEvent about a request, and returns what the driver answers. */
    @Nullable
    WskInspectAction inspect(Endpoint local, Endpoint remote, WskInspectId id) {
        return callInspect(SockAddr.of(socket.told(local)), SockAddr.of(socket.told(remote)), id);
    }

    /** Calls WskInspectEvent with NULL: the socket is dead. */
    void inspectOnDeadSocket() {
        callInspect(null, null, null);
    }

    private @Nullable WskInspectAction callInspect(
            @Nullable SockAddr local, @Nullable SockAddr remote, @Nullable WskInspectId id) {
        WskInspectEvent callback = required("WskInspectEvent", table().wskInspectEvent());
        return socket.services()
                .callbacks()
                .<@Nullable WskInspectAction>run(
                        socket,
                        "WskInspectEvent",
                        null,
                        socket.services().callbacks().chooseIrql(socket),
                        () -> ImmutableMap.of(
                                "LocalAddress", text(local), "RemoteAddress", text(remote), "InspectID", text(id)),
                        () -> callback.inspectEvent(socket.callbacks().socketContext(), local, remote, id),
                        returned -> "");
    }

    /** Calls WskAbortEvent about a request that was dropped. */
    void abort(WskInspectId id) {
        WskAbortEvent callback = required("WskAbortEvent", table().wskAbortEvent());
        socket.services()
                .callbacks()
                .run(
                        socket,
                        "WskAbortEvent",
                        null,
                        socket.services().callbacks().chooseIrql(socket),
                        () -> ImmutableMap.of("InspectID", id.toString()),
                        () -> callback.abortEvent(socket.callbacks().socketContext(), id),
                        returned -> "");
    }

    private static SockAddr told(@Nullable Endpoint endpoint) {
        if (endpoint == null) {
            throw new AssertionError("an accepted socket has both addresses");
        }
        return SockAddr.of(endpoint);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "NULL" : value.toString();
    }

    private WskClientListenDispatch table() {
        ClientTable table = socket.callbacks().dispatch();
        if (table instanceof WskClientListenDispatch own) {
            return own;
        }
        if (table instanceof WskClientStreamDispatch both && both.listen() != null) {
            return both.listen();
        }
        throw missing().noTable();
    }

    private <T> T required(String name, @Nullable T callback) {
        return missing().required(name, callback);
    }

    private MissingCallback missing() {
        return new MissingCallback(socket, "WSK_CLIENT_LISTEN_DISPATCH");
    }
}
