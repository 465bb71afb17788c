package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.SocketCategory;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskClientStreamDispatch;
import dev.wsksim.wsk.socket.WskSocket;
import org.jspecify.annotations.Nullable;

/**
 * SO_WSK_EVENT_CALLBACK: enables events of a socket, or disables one.
 *
 * <p>Listening and datagram sockets take it when they are bound, sockets with a connection when they are connected;
 * earlier it fails, as was seen, with STATUS_INVALID_DEVICE_STATE (the status is an assumption). Connection events that
 * are enabled on a listening socket are for the sockets that WskAcceptEvent will be given, and stay. Static events
 * cannot be disabled. Whatever else breaks a rule is STATUS_INVALID_PARAMETER (assumption); enabling with an IRP, which
 * the page forbids, was seen to work and to complete it.
 *
 * <p>Source: so-wsk-event-callback, enabling-and-disabling-event-callback-functions.
 */
public final class EventCallbackOption {

    /**
     * What came of it.
     *
     * @param status STATUS_SUCCESS, or why it failed, or STATUS_EVENT_PENDING while calls of the event are running
     * @param reason why, in words
     * @param running the event whose running calls have to return first; null for none
     */
    public record Outcome(
            NtStatus status, String reason, @Nullable EventFlag running) {

        static Outcome failed(NtStatus status, String reason) {
            return new Outcome(status, reason + " (the status is an assumption)", null);
        }
    }

    private EventCallbackOption() {}

    /** Tells whether a request is about this option. */
    public static boolean is(SocketControlRequest request) {
        return request.requestType() != Wsk.WSK_IOCTL
                && request.level() == Ws2def.SOL_SOCKET
                && request.controlCode() == Wsk.SO_WSK_EVENT_CALLBACK;
    }

    /** Enables or disables. */
    public static Outcome apply(WskSocket socket, SocketControlRequest request) {
        Variable<?> input = request.input();
        if (request.requestType() != Wsk.WSK_SET_OPTION
                || input == null
                || request.inputSize() != WskEventCallbackControl.SIZE
                || !(input.get() instanceof WskEventCallbackControl control)) {
            return Outcome.failed(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "SO_WSK_EVENT_CALLBACK is set, from a WSK_EVENT_CALLBACK_CONTROL");
        }
        if (control.npiId() != WskEventCallbackControl.NpiId.NPI_WSK_INTERFACE_ID) {
            return Outcome.failed(NtStatus.STATUS_NOT_SUPPORTED, "no extension interface exists");
        }
        int events = control.eventMask() & ~EventFlag.WSK_EVENT_DISABLE;
        int known = offered(socket);
        if (events == 0 || (events & ~known) != 0) {
            return Outcome.failed(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "a " + socket.category().text() + " has no " + EventFlag.text(events & ~known));
        }
        if (!isTime(socket)) {
            return Outcome.failed(
                    NtStatus.STATUS_INVALID_DEVICE_STATE,
                    "the socket is " + socket.state().text() + ", too early for events");
        }
        boolean disable = (control.eventMask() & EventFlag.WSK_EVENT_DISABLE) != 0;
        return disable ? disable(socket, events) : enable(socket, events);
    }

    private static int offered(WskSocket socket) {
        int own = socket.category().events();
        if (socket.category() == SocketCategory.STREAM && socket.state().wasConnected()) {
            return EventFlag.CONNECTION_EVENTS;
        }
        return socket.category() == SocketCategory.LISTEN ? own | EventFlag.CONNECTION_EVENTS : own;
    }

    /** Returns the table whose callbacks count: of a stream socket, that of the role that it has taken (OQ-22). */
    private static @Nullable ClientTable table(WskSocket socket) {
        ClientTable given = socket.callbacks().dispatch();
        if (given instanceof WskClientStreamDispatch both) {
            return socket.state().wasConnected() ? both.connect() : both.listen();
        }
        return given;
    }

    private static boolean isTime(WskSocket socket) {
        SocketState state = socket.state();
        return switch (socket.category()) {
            case BASIC -> true;
            case LISTEN, DATAGRAM -> state != SocketState.CREATED;
            case CONNECTION -> state.wasConnected();
            case STREAM -> state.wasConnected() || state == SocketState.LISTENING;
        };
    }

    private static Outcome enable(WskSocket socket, int events) {
        ClientTable table = table(socket);
        int missing = events & ~(table == null ? 0 : table.members());
        if (missing != 0) {
            return Outcome.failed(
                    NtStatus.STATUS_INVALID_PARAMETER,
                    "the callback for " + EventFlag.text(missing) + " is NULL in the socket's dispatch table");
        }
        socket.events().enable(events);
        socket.eventsEnabled();
        return new Outcome(NtStatus.STATUS_SUCCESS, "enabled: " + EventFlag.text(events), null);
    }

    private static Outcome disable(WskSocket socket, int events) {
        EventFlag event = EventFlag.ofBit(events).orElse(null);
        if (event == null) {
            return Outcome.failed(NtStatus.STATUS_INVALID_PARAMETER, "exactly one event is disabled at a time");
        }
        if (socket.events().isFixed(events)) {
            return Outcome.failed(NtStatus.STATUS_INVALID_PARAMETER, event + " is static and can never be disabled");
        }
        boolean inherited = socket.listenRole() != null && (events & EventFlag.CONNECTION_EVENTS) != 0;
        if (inherited) {
            return Outcome.failed(
                    NtStatus.STATUS_INVALID_PARAMETER, event + " cannot be disabled on a listening socket");
        }
        socket.events().disable(event);
        if (socket.events().isRunning(event)) {
            return new Outcome(NtStatus.STATUS_EVENT_PENDING, "a call of the event is running", event);
        }
        return new Outcome(NtStatus.STATUS_SUCCESS, "disabled: " + event, null);
    }
}
