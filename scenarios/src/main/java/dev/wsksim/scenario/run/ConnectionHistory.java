package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.net.tcp.TcpRecord;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.run.ScriptedEnds.KnownEnd;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.Optional;

/** Looks in the trace for what became of an end of a TCP connection. */
final class ConnectionHistory {

    private static final SimTime LATEST = SimTime.ofNanos(Long.MAX_VALUE);

    private final TraceLog trace;

    ConnectionHistory(TraceLog trace) {
        this.trace = trace;
    }

    /** Returns the last change of its state. */
    Optional<TraceEntry> lastChange(KnownEnd end) {
        return lastChange(end, LATEST);
    }

    /** Returns the last change of its state up to an instant. */
    Optional<TraceEntry> lastChange(KnownEnd end, SimTime until) {
        return trace.entries().stream()
                .filter(entry -> entry.record() instanceof TcpStateChanged)
                .filter(entry -> entry.time().compareTo(until) <= 0 && isOf(entry, end))
                .reduce((earlier, later) -> later);
    }

    /** Tells whether the connection is CLOSED without both ends having closed: reset, timed out, given up or crashed. */
    boolean isLost(KnownEnd end) {
        return lastChange(end)
                .map(entry -> (TcpStateChanged) entry.record())
                .filter(change -> change.to() == TcpState.CLOSED)
                .filter(change -> change.from() != TcpState.LAST_ACK && change.from() != TcpState.TIME_WAIT)
                .isPresent();
    }

    /** Tells whether an entry about a connection is about this end. */
    static boolean isOf(TraceEntry entry, KnownEnd end) {
        ConnectionName name = ((TcpRecord) entry.record()).connection();
        return name.number() == end.connection().number() && name.host().equals(end.host());
    }
}
