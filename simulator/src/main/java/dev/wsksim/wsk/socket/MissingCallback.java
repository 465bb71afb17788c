package dev.wsksim.wsk.socket;

import dev.wsksim.kernel.BugCheck;
import dev.wsksim.kernel.SimulatedBugCheck;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bug check that comes of an event that is enabled and has no callback: the provider calls through what stands
 * where the callback should be. Source: ns-wsk-_wsk_client_connection_dispatch, ns-wsk-_wsk_client_listen_dispatch.
 *
 * @param socket the socket of the event
 * @param structure the C name of the table that the provider reads
 */
record MissingCallback(WskSocket socket, String structure) {

    /** Returns the callback, which must be there. */
    <T> T required(String name, @Nullable T callback) {
        if (callback == null) {
            throw bugCheck(name + " of " + socket + " is NULL");
        }
        return callback;
    }

    /** Returns the bug check of a table that is not there, or is one of another category. */
    SimulatedBugCheck noTable() {
        ClientTable passed = socket.callbacks().dispatch();
        return bugCheck(
                passed == null || passed instanceof WskClientStreamDispatch
                        ? "the " + structure + " of " + socket + " is NULL"
                        : "Dispatch of " + socket + " is a " + passed.structure() + ", which is read as a "
                                + structure);
    }

    private SimulatedBugCheck bugCheck(String what) {
        return new SimulatedBugCheck(
                BugCheck.PAGE_FAULT_IN_NONPAGED_AREA,
                "",
                what + ", but the event is enabled and was to be indicated",
                "ns-wsk-_" + structure.toLowerCase(Locale.ROOT));
    }
}
