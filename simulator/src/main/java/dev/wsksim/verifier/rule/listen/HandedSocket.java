package dev.wsksim.verifier.rule.listen;

import dev.wsksim.wsk.event.CallbackEntered;
import java.util.OptionalInt;

/** Finds the socket that WskAcceptEvent hands over in the record of its call. */
public final class HandedSocket {

    private static final String ACCEPT_EVENT = "WskAcceptEvent";
    private static final String PREFIX = "socket ";

    private HandedSocket() {}

    /** Returns the number of the socket, or nothing for another callback and for NULL. */
    public static OptionalInt of(CallbackEntered entered) {
        String socket = entered.arguments().getOrDefault("AcceptSocket", "");
        boolean handed = entered.callback().equals(ACCEPT_EVENT) && socket.startsWith(PREFIX);
        return handed ? OptionalInt.of(Integer.parseInt(socket.substring(PREFIX.length()))) : OptionalInt.empty();
    }
}
