package dev.wsksim.scenario.run;

import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.wsk.call.SocketBound;
import dev.wsksim.wsk.call.SocketEvent;
import dev.wsksim.wsk.call.WskCallEntered;
import dev.wsksim.wsk.event.CallbackEntered;
import java.util.Optional;

/** Looks in the trace for what the driver did with a socket, and what became of it. */
final class SocketHistory {

    private final TraceLog trace;

    SocketHistory(TraceLog trace) {
        this.trace = trace;
    }

    /** Returns the last entry about a socket. */
    Optional<TraceEntry> last(int socket) {
        return trace.entries().stream()
                .filter(entry -> isAbout(socket, entry.record()))
                .reduce((earlier, later) -> later);
    }

    /** Returns the last call of a function on a socket. */
    Optional<TraceEntry> lastCall(int socket) {
        return trace.entries().stream()
                .filter(entry -> entry.record() instanceof WskCallEntered && isAbout(socket, entry.record()))
                .reduce((earlier, later) -> later);
    }

    private static boolean isAbout(int socket, TraceRecord record) {
        if (record instanceof WskCallEntered call) {
            return call.subject().socket() == socket;
        }
        if (record instanceof CallbackEntered callback) {
            return callback.socket() == socket;
        }
        if (record instanceof SocketBound bound) {
            return bound.socket() == socket;
        }
        return record instanceof SocketEvent event && event.socket() == socket;
    }
}
