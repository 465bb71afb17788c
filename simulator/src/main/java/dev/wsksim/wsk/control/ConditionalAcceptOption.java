package dev.wsksim.wsk.control;

import dev.wsksim.wsk.socket.ListenSocket;
import dev.wsksim.wsk.socket.WskClientListenDispatch;

/**
 * SO_CONDITIONAL_ACCEPT: whether WskInspectEvent is asked about every connection.
 *
 * <p>The table of the socket needs WskInspectEvent and WskAbortEvent; without them STATUS_INVALID_PARAMETER (assumption).
 * Stream sockets, which have no WskInspectComplete, do not have the option (OQ-8). Source: so-conditional-accept.
 */
final class ConditionalAcceptOption {

    private ConditionalAcceptOption() {}

    static ControlOutcome set(SocketControl control) {
        boolean on = control.number() == 1;
        boolean complete = control.socket().callbacks().dispatch() instanceof WskClientListenDispatch table
                && table.wskInspectEvent() != null
                && table.wskAbortEvent() != null;
        if (on && !complete) {
            return ControlOutcome.invalid("WskInspectEvent or WskAbortEvent is NULL in the socket's dispatch table");
        }
        listening(control).setConditionalAccept(on);
        return ControlOutcome.done("SO_CONDITIONAL_ACCEPT is " + on);
    }

    static ControlOutcome get(SocketControl control) {
        return control.giveBoolean(listening(control).conditionalAccept());
    }

    private static ListenSocket listening(SocketControl control) {
        if (control.socket() instanceof ListenSocket listening) {
            return listening;
        }
        throw new AssertionError("only listening sockets have SO_CONDITIONAL_ACCEPT");
    }
}
