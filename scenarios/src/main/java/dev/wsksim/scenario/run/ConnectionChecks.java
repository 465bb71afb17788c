package dev.wsksim.scenario.run;

import dev.wsksim.net.tcp.SegmentRetransmitted;
import dev.wsksim.net.tcp.SynResentAfterRst;
import dev.wsksim.net.tcp.SynRetransmitted;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.model.ConnectionExpectation;
import dev.wsksim.scenario.model.ConnectionExpectation.End;
import dev.wsksim.scenario.model.ConnectionExpectation.StateAt;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.List;
import java.util.Optional;

/** Compares what became of ends of TCP connections with what the scenario expects of them. */
final class ConnectionChecks {

    private final ScriptedEnds ends;
    private final TraceLog trace;
    private final ConnectionHistory history;
    private final FindingsLog findings;

    ConnectionChecks(ScriptedEnds ends, TraceLog trace, FindingsLog findings) {
        this.ends = ends;
        this.trace = trace;
        this.history = new ConnectionHistory(trace);
        this.findings = findings;
    }

    void check(List<ConnectionExpectation> expected) {
        expected.forEach(this::check);
    }

    private void check(ConnectionExpectation expected) {
        Optional<ScriptedEnds.KnownEnd> known = ends.find(expected.end());
        if (known.isEmpty()) {
            add(expected.end(), "was not made", "a connection", "none", 0);
            return;
        }
        TcpConnection connection = known.get().connection();
        End end = expected.end();
        expected.state()
                .filter(state -> state != connection.state())
                .ifPresent(state -> add(
                        end,
                        "is in another state",
                        state.toString(),
                        connection.state().toString(),
                        history.lastChange(known.get()).map(TraceEntry::number).orElse(0L)));
        expected.states().forEach(state -> checkState(end, state, known.get()));
        compare(end, "sent another number of bytes", expected.sent(), connection.bytesSent());
        compare(end, "sent another number of bytes again", expected.resent(), connection.bytesResent());
        compare(end, "received another number of bytes", expected.received(), connection.bytesReceived());
        long retransmissions = trace.entries().stream()
                .filter(entry -> isRetransmission(entry) && ConnectionHistory.isOf(entry, known.get()))
                .count();
        compare(end, "sent another number of segments again", expected.retransmissions(), retransmissions);
    }

    private void compare(End end, String title, Optional<Long> expected, long actual) {
        if (expected.isPresent() && expected.get() != actual) {
            add(end, title, expected.get().toString(), Long.toString(actual), 0);
        }
    }

    private void checkState(End end, StateAt expected, ScriptedEnds.KnownEnd known) {
        Optional<TraceEntry> last = history.lastChange(known, expected.instant());
        String actual = last.map(
                        entry -> ((TcpStateChanged) entry.record()).to().toString())
                .orElse("it was not made yet");
        if (!actual.equals(expected.state().toString())) {
            findings.add(
                    FindingKind.CONNECTION,
                    expected.position(),
                    "connection '" + end + "' was in another state at " + expected.instant(),
                    expected.state().toString(),
                    actual,
                    "",
                    last.map(TraceEntry::number).orElse(0L));
        }
    }

    private static boolean isRetransmission(TraceEntry entry) {
        return entry.record() instanceof SegmentRetransmitted
                || entry.record() instanceof SynRetransmitted
                || entry.record() instanceof SynResentAfterRst;
    }

    private void add(End end, String title, String expected, String actual, long entry) {
        SourcePosition position = end.place().position();
        findings.add(
                FindingKind.CONNECTION, position, "connection '" + end + "' " + title, expected, actual, "", entry);
    }
}
