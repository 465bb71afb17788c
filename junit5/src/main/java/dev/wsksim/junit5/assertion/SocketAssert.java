package dev.wsksim.junit5.assertion;

import dev.wsksim.net.address.Endpoint;
import dev.wsksim.wsk.event.EventFlag;
import dev.wsksim.wsk.socket.ConnectionSocket;
import dev.wsksim.wsk.socket.SocketState;
import dev.wsksim.wsk.socket.WskSocket;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about a socket. */
public final class SocketAssert extends AbstractAssert<SocketAssert, WskSocket> {

    SocketAssert(@Nullable WskSocket actual) {
        super(actual, SocketAssert.class);
    }

    /** It is in a state of its life. */
    public SocketAssert isIn(SocketState expected) {
        isNotNull();
        if (actual.state() != expected) {
            fail("to be " + expected);
        }
        return this;
    }

    /** It is closed, and its memory gone. */
    public SocketAssert isClosed() {
        return isIn(SocketState.CLOSED);
    }

    /** It has so many requests whose IRPs are pending. */
    public SocketAssert hasPendingRequests(int expected) {
        isNotNull();
        if (actual.pendingRequests().size() != expected) {
            fail("to have " + expected + " pending requests");
        }
        return this;
    }

    /** Its callback of an event is enabled. */
    public SocketAssert hasEnabled(EventFlag event) {
        isNotNull();
        if (!actual.isEnabled(event)) {
            fail("to have " + event + " enabled");
        }
        return this;
    }

    /** It is a connection socket whose other end has an address, such as 192.0.2.20:445. */
    public SocketAssert hasRemoteAddress(String expected) {
        isNotNull();
        Endpoint remote = actual instanceof ConnectionSocket connection ? connection.remote() : null;
        if (!Endpoint.of(expected).equals(remote)) {
            fail("to have the remote address " + expected + ", not " + (remote == null ? "none" : remote));
        }
        return this;
    }

    private void fail(String expectation) {
        String enabled = Arrays.stream(EventFlag.values())
                .filter(actual::isEnabled)
                .map(EventFlag::toString)
                .collect(Collectors.joining(", "));
        throw failure(
                "%nexpected %s %s%nbut it is a %s socket, %s, with %s pending requests and these events enabled: %s",
                actual,
                expectation,
                actual.category(),
                actual.state(),
                actual.pendingRequests().size(),
                enabled.isEmpty() ? "none" : enabled);
    }
}
