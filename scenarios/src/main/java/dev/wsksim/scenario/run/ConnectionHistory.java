package dev.wsksim.scenario.run;

import dev.wsksim.engine.SimTime;
import dev.wsksim.net.tcp.ConnectionName;
import dev.wsksim.net.tcp.TcpRecord;
import dev.wsksim.net.tcp.TcpState;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.run.ScriptedEnds.KnownEnd;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns the last entry about it. */
    Optional<TraceEntry> lastEntry(KnownEnd end) {
        return trace.entries().stream()
                .filter(entry -> entry.record() instanceof TcpRecord && isOf(entry, end))
                .reduce((earlier, later) -> later);
    }

    /** Tells when it was in a state: from when to when, for each time; that it never was, where it was not. */
    String timesIn(KnownEnd end, TcpState state) {
        return timesIn(end.host(), end.connection().number(), state);
    }

    /** Tells when the connection of a host with this number was in a state. */
    String timesIn(String host, long number, TcpState state) {
        List<String> times = new ArrayList<>();
        SimTime since = SimTime.START;
        boolean inside = false;
        for (TraceEntry entry : trace.entries()) {
            if (entry.record() instanceof TcpStateChanged change && isOf(entry, host, number)) {
                if (inside) {
                    times.add(since.equals(entry.time()) ? "at " + since : "from " + since + " to " + entry.time());
                }
                inside = change.to() == state;
                since = entry.time();
            }
        }
        if (inside) {
            times.add("from " + since + " on");
        }
        return times.isEmpty() ? "it never was " + state : "it was " + state + " " + String.join(" and ", times);
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
        return isOf(entry, end.host(), end.connection().number());
    }

    private static boolean isOf(TraceEntry entry, String host, long number) {
        ConnectionName name = ((TcpRecord) entry.record()).connection();
        return name.number() == number && name.host().equals(host);
    }
}
