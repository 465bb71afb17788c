package dev.wsksim.wsk.control;

import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.flag.EventMask;
import dev.wsksim.wsk.socket.ClientTable;
import dev.wsksim.wsk.socket.SocketCategory;
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

    private EventCallbackOption() {}

    static ControlOutcome set(SocketControl control) {
        if (!(control.input() instanceof WskEventCallbackControl wanted)) {
            throw new AssertionError("InputBuffer was judged before");
        }
        WskSocket socket = control.socket();
        if (wanted.npiId() != WskEventCallbackControl.NpiId.NPI_WSK_INTERFACE_ID) {
            return ControlOutcome.failed(NtStatus.STATUS_NOT_SUPPORTED, "no extension interface exists");
        }
        int events = wanted.eventMask().value() & ~EventFlag.WSK_EVENT_DISABLE;
        int known = offered(socket);
        if (events == 0 || (events & ~known) != 0) {
            return ControlOutcome.invalid(
                    events == 0
                            ? "EventMask names no event"
                            : "a " + socket.category().text() + " has no " + EventFlag.text(events & ~known));
        }
        boolean disable = wanted.eventMask().has(EventMask.WSK_EVENT_DISABLE);
        return disable ? disable(socket, events) : enable(socket, events);
    }

    /** Returns the mask of the events that a socket has, those it passes on to accepted sockets included. */
    public static int offered(WskSocket socket) {
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

    /** Returns the mask of the events whose callbacks are not NULL in the table that counts; 0 without a table. */
    public static int callbacks(WskSocket socket) {
        ClientTable table = table(socket);
        return table == null ? 0 : table.members();
    }

    private static ControlOutcome enable(WskSocket socket, int events) {
        int missing = events & ~callbacks(socket);
        if (missing != 0) {
            return ControlOutcome.invalid(
                    "the callback for " + EventFlag.text(missing) + " is NULL in the socket's dispatch table");
        }
        socket.events().enable(events);
        socket.eventsEnabled();
        return ControlOutcome.done("enabled: " + EventFlag.text(events));
    }

    private static ControlOutcome disable(WskSocket socket, int events) {
        EventFlag event = EventFlag.ofBit(events).orElse(null);
        if (event == null) {
            return ControlOutcome.invalid("exactly one event is disabled at a time");
        }
        if (socket.events().isFixed(events)) {
            return ControlOutcome.invalid(event + " is static and can never be disabled");
        }
        boolean inherited = socket.listenRole() != null && (events & EventFlag.CONNECTION_EVENTS) != 0;
        if (inherited) {
            return ControlOutcome.invalid(event + " cannot be disabled on a listening socket");
        }
        socket.events().disable(event);
        socket.eventDisabled();
        if (socket.events().isRunning(event)) {
            return ControlOutcome.waiting(
                    NtStatus.STATUS_EVENT_PENDING,
                    "a call of the event is running",
                    waiter -> awaitReturn(socket, event, waiter));
        }
        return ControlOutcome.done("disabled: " + event);
    }

    /** The event is off, but the driver is told only when the calls that run have returned. */
    private static Runnable awaitReturn(WskSocket socket, EventFlag running, ControlWait.Waiter waiter) {
        socket.events().whenReturned(() -> {
            if (waiter.isOver()) {
                return;
            }
            if (socket.events().isRunning(running)) {
                awaitReturn(socket, running, waiter);
            } else {
                waiter.done(NtStatus.STATUS_SUCCESS, "the last running call of " + running + " has returned");
            }
        });
        return () -> {};
    }
}
