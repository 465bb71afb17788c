package dev.wsksim.scenario.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.wsksim.Profile;
import dev.wsksim.engine.Decision;
import dev.wsksim.engine.SimTime;
import dev.wsksim.scenario.model.Scenario;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.FinalState;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.trace.FieldVisitor;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import dev.wsksim.trace.TraceRecord;
import dev.wsksim.verifier.waits.WaitGraph;

/** Results built by hand, so that reports can be tested without a simulator. */
final class Samples {
    static final String FILE = "refused.yaml";

    static final ImmutableList<String> LINES = ImmutableList.of(
            "wsksim: 1",
            "name: a connect is refused",
            "steps:",
            "  - call: WskSocketConnect",
            "    id: c",
            "    with: { LocalAddress: any:0, RemoteAddress: server:445 }",
            "    returns: STATUS_PENDING          # typically",
            "    completes: { status: STATUS_SUCCESS, after: 30ms, socket: s }",
            "expect:",
            "  packets: [client > server: SYN, server > client: RST+ACK]",
            "  violations: none");

    static final SourceLines SOURCES = position -> position.isKnown() ? LINES.get(position.line() - 1) : "";

    static final ImmutableList<TraceEntry> TRACE = ImmutableList.of(
            entry(1, 0, 0, new Happened(TraceLayer.SCENARIO, 0, 0, "line 4: call WskSocketConnect")),
            entry(2, 0, 1, new Happened(TraceLayer.KERNEL, 1, 0, "IoAllocateIrp: IRP 1, 1 stack location")),
            entry(
                    3,
                    0,
                    2,
                    new Happened(TraceLayer.WSK, 1, 0, "WskSocketConnect(...) called at PASSIVE_LEVEL by driver")),
            entry(4, 0, 3, new Happened(TraceLayer.ENGINE, 0, 0, "decision WskSocketConnect.completion: pended")),
            entry(5, 0, 4, new Happened(TraceLayer.WSK, 0, 2, "socket 2 created: connection socket")),
            entry(6, 5_000_000, 5, new Happened(TraceLayer.NET, 0, 0, "server > client: RST+ACK")),
            entry(7, 2_050_000_000, 6, new Happened(TraceLayer.WSK, 0, 2, "socket 2 freed: WskSocketConnect failed")),
            entry(
                    8,
                    2_050_000_000,
                    7,
                    new Happened(TraceLayer.KERNEL, 1, 0, "IRP 1 completed: STATUS_CONNECTION_REFUSED")),
            entry(9, 2_060_000_000, 8, new Happened(TraceLayer.KERNEL, 1, 0, "IoFreeIrp: IRP 1")));

    private Samples() {}

    /** Something that happened to an IRP and a socket, where these are not 0. */
    record Happened(TraceLayer layer, long irp, long socket, String describe) implements TraceRecord {
        @Override
        public String kind() {
            return "happened";
        }

        @Override
        public void visit(FieldVisitor fields) {
            fields.number("irp", irp);
            fields.number("socket", socket);
            fields.text("text", describe);
        }
    }

    static TraceEntry entry(long number, long nanos, long cause, TraceRecord record) {
        return new TraceEntry(number, nanos, cause, record);
    }

    static SourcePosition at(int line, int column) {
        return new SourcePosition(FILE, line, column);
    }

    static Finding finding(FindingKind kind, SourcePosition position, String title, String expected, String actual) {
        return new Finding(
                kind, position, new SimTime(2_050_000_000L), title, expected, actual, "", "", ImmutableList.of());
    }

    static Finding withHint(Finding finding, String hint, String rule) {
        return new Finding(
                finding.kind(),
                finding.position(),
                finding.at(),
                finding.title(),
                finding.expected(),
                finding.actual(),
                hint,
                rule,
                finding.evidence());
    }

    static Finding withEvidence(Finding finding, ImmutableList<TraceEntry> evidence) {
        return new Finding(
                finding.kind(),
                finding.position(),
                finding.at(),
                finding.title(),
                finding.expected(),
                finding.actual(),
                finding.hint(),
                finding.rule(),
                evidence);
    }

    static Scenario scenario(String name) {
        return moved(Scenario.builder(name).build(), at(1, 1));
    }

    private static Scenario moved(Scenario built, SourcePosition position) {
        return new Scenario(
                built.name(),
                built.variant(),
                built.about(),
                built.source(),
                built.profile(),
                built.seed(),
                built.tags(),
                built.family(),
                built.hosts(),
                built.links(),
                built.peers(),
                built.connections(),
                built.dns(),
                built.driver(),
                built.steps(),
                built.expect(),
                built.verifier(),
                built.decisions(),
                built.faults(),
                built.exceptDecisions(),
                built.limits(),
                built.included(),
                position);
    }

    static ScenarioResult result(Verdict verdict, Finding... findings) {
        return result("a connect is refused", verdict, findings);
    }

    static ScenarioResult result(String name, Verdict verdict, Finding... findings) {
        return new ScenarioResult(
                scenario(name),
                7,
                Profile.WINDOWS_11,
                verdict,
                ImmutableList.copyOf(findings),
                Strings.repeat("0123456789abcdef", 4),
                new SimTime(2_060_000_000L),
                new SimTime(2_060_000_000L),
                30,
                ImmutableList.of(new Decision("WskSocketConnect.completion", "pended", 0, 3, 1)),
                ImmutableList.of("WSK-IRP-004"),
                ImmutableList.of(),
                TRACE,
                ImmutableList.of(),
                FinalState.NOTHING,
                WaitGraph.EMPTY,
                verdict == Verdict.SKIPPED ? "the second call has to find the first one pending" : "");
    }

    /** Returns the case as one of another file. */
    static ReportedCase in(String file, ReportedCase reported) {
        Scenario moved = moved(reported.scenario(), new SourcePosition(file, 1, 1));
        return new ReportedCase(
                moved,
                reported.verdict(),
                reported.result(),
                reported.seed(),
                reported.profile(),
                reported.reason(),
                reported.text(),
                reported.replay(),
                reported.wallNanos());
    }

    /** Returns the case with another text. */
    static ReportedCase saying(String text, ReportedCase reported) {
        return new ReportedCase(
                reported.scenario(),
                reported.verdict(),
                reported.result(),
                reported.seed(),
                reported.profile(),
                reported.reason(),
                text,
                reported.replay(),
                reported.wallNanos());
    }
}
