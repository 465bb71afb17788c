package dev.wsksim.scenario.run;

import dev.wsksim.net.tcp.SegmentRetransmitted;
import dev.wsksim.net.tcp.SynResentAfterRst;
import dev.wsksim.net.tcp.SynRetransmitted;
import dev.wsksim.net.tcp.TcpConnection;
import dev.wsksim.net.tcp.TcpStateChanged;
import dev.wsksim.scenario.model.ConnectionExpectation;
import dev.wsksim.scenario.model.ConnectionExpectation.End;
import dev.wsksim.scenario.model.ConnectionExpectation.StateAt;
import dev.wsksim.scenario.model.Placed;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what became of ends of TCP connections with what the scenario expects of them. */
final class ConnectionChecks {

    private static final int LISTED = 6;

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
        End end = expected.end();
        Optional<ScriptedEnds.KnownEnd> known = ends.find(end);
        if (known.isEmpty()) {
            add(end, end.place().position(), "was not made", "a connection", "none", known(), 0);
            return;
        }
        TcpConnection connection = known.get().connection();
        expected.state()
                .filter(state -> state.value() != connection.state())
                .ifPresent(state -> add(
                        end,
                        state.position(),
                        "is in another state",
                        state.toString(),
                        connection.state().toString(),
                        history.timesIn(known.get(), state.value()),
                        history.lastChange(known.get()).map(TraceEntry::number).orElse(0L)));
        expected.states().forEach(state -> checkState(end, state, known.get()));
        compare(known.get(), end, "sent another number of bytes", expected.sent(), connection.bytesSent());
        compare(known.get(), end, "sent another number of bytes again", expected.resent(), connection.bytesResent());
        compare(known.get(), end, "received another number of bytes", expected.received(), connection.bytesReceived());
        expected.retransmissions().ifPresent(number -> checkRetransmissions(known.get(), end, number));
    }

    private void compare(
            ScriptedEnds.KnownEnd known, End end, String title, Optional<Placed<Long>> expected, long actual) {
        if (expected.isPresent() && expected.get().value() != actual) {
            add(
                    end,
                    expected.get().position(),
                    title,
                    expected.get().toString(),
                    Long.toString(actual),
                    "",
                    history.lastEntry(known).map(TraceEntry::number).orElse(0L));
        }
    }

    private void checkRetransmissions(ScriptedEnds.KnownEnd known, End end, Placed<Long> expected) {
        List<TraceEntry> again = trace.entries().stream()
                .filter(entry -> isRetransmission(entry) && ConnectionHistory.isOf(entry, known))
                .toList();
        if (again.size() != expected.value()) {
            String times = again.stream()
                    .limit(LISTED)
                    .map(entry -> entry.time().toString())
                    .collect(Collectors.joining(", "));
            add(
                    end,
                    expected.position(),
                    "sent another number of segments again",
                    expected.toString(),
                    Integer.toString(again.size()),
                    again.isEmpty() ? "" : "at " + times + (again.size() > LISTED ? ", and later" : ""),
                    again.isEmpty() ? 0 : again.get(again.size() - 1).number());
        }
    }

    private String known() {
        String made = ends.all().stream()
                .map(end -> end.host() + " " + end.connection().local() + " > "
                        + end.connection().remote())
                .collect(Collectors.joining("; "));
        return made.isEmpty() ? "no end of a script was made" : "the ends that were made: " + made;
    }

    private void checkState(End end, StateAt expected, ScriptedEnds.KnownEnd known) {
        Optional<TraceEntry> last = history.lastChange(known, expected.instant());
        String actual = last.map(
                        entry -> ((TcpStateChanged) entry.record()).to().toString())
                .orElse("it was not made yet");
        if (!actual.equals(expected.state().toString())) {
            findings.addAt(
                    expected.instant(),
                    FindingKind.CONNECTION,
                    expected.position(),
                    "connection '" + end + "' was in another state at " + expected.instant(),
                    expected.state().toString(),
                    actual,
                    history.timesIn(known, expected.state()),
                    last.map(TraceEntry::number).orElse(0L));
        }
    }

    private static boolean isRetransmission(TraceEntry entry) {
        return entry.record() instanceof SegmentRetransmitted
                || entry.record() instanceof SynRetransmitted
                || entry.record() instanceof SynResentAfterRst;
    }

    private void add(
            End end, SourcePosition position, String title, String expected, String actual, String hint, long entry) {
        findings.addAtEnd(
                FindingKind.CONNECTION, position, "connection '" + end + "' " + title, expected, actual, hint, entry);
    }
}
