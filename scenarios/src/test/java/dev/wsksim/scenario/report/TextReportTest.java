package dev.wsksim.scenario.report;

import static dev.wsksim.scenario.report.Samples.at;
import static dev.wsksim.scenario.report.Samples.finding;
import static dev.wsksim.scenario.report.Samples.withEvidence;
import static dev.wsksim.scenario.report.Samples.withHint;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.wsksim.scenario.model.SourcePosition;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import dev.wsksim.scenario.run.ScenarioResult;
import dev.wsksim.scenario.run.Verdict;
import dev.wsksim.trace.TraceEntry;
import dev.wsksim.trace.TraceLayer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of finding against a golden file, and what has to hold whatever the finding is. */
class TextReportTest {
    private static final TextReport NORMAL =
            new TextReport(Detail.NORMAL, Emphasis.NONE, Samples.SOURCES, ReplayLine.TYPICAL);

    private static final ImmutableMap<String, Finding> FINDINGS = ImmutableMap.<String, Finding>builder()
            .put(
                    "return",
                    finding(
                            FindingKind.RETURN,
                            at(7, 14),
                            "WskSocketConnect returned another status",
                            "STATUS_PENDING",
                            "STATUS_INVALID_PARAMETER"))
            .put(
                    "completion-status",
                    withEvidence(
                            withHint(
                                    finding(
                                            FindingKind.COMPLETION,
                                            at(8, 26),
                                            "WskSocketConnect: the IRP completed with another status",
                                            "STATUS_SUCCESS",
                                            "STATUS_CONNECTION_REFUSED"),
                                    "connect stage: the remote end answered with RST",
                                    "nc-wsk-pfn_wsk_socket_connect"),
                            Samples.TRACE.subList(0, 8)))
            .put(
                    "completion-time",
                    withHint(
                            finding(
                                    FindingKind.COMPLETION,
                                    at(8, 42),
                                    "the IRP completed too late",
                                    "after: 30ms",
                                    "at 40ms, 10ms too late"),
                            "the status is as expected",
                            ""))
            .put(
                    "completion-missing",
                    finding(FindingKind.COMPLETION, at(8, 16), "the IRP never completed", "STATUS_SUCCESS", ""))
            .put(
                    "output",
                    finding(
                            FindingKind.OUTPUT,
                            at(6, 13),
                            "LocalAddress holds another address",
                            "192.0.2.10:any",
                            "0.0.0.0:49152"))
            .put(
                    "step",
                    finding(FindingKind.STEP, at(4, 5), "the await timed out", "c within 1s", "c is still pending"))
            .put(
                    "conversation",
                    withHint(
                            finding(
                                    FindingKind.CONVERSATION,
                                    at(9, 1),
                                    "other data arrived, from byte 3 of this act on",
                                    "from byte 3 on: \"p!\" (70 21)",
                                    "from byte 3 on: \"lo\" (6c 6f)"),
                            "at client 192.0.2.10:49152 > 192.0.2.20:7",
                            ""))
            .put(
                    "connection",
                    finding(
                            FindingKind.CONNECTION,
                            at(9, 1),
                            "connection 'c' came to another end",
                            "established",
                            "refused: the remote end answered with RST"))
            .put(
                    "packets",
                    finding(
                            FindingKind.PACKETS,
                            at(10, 12),
                            "the packets are not the expected ones",
                            "client > server: SYN\nserver > client: RST+ACK",
                            "client > server: SYN\nserver > client: SYN+ACK\nclient > server: ACK"))
            .put(
                    "callbacks",
                    finding(
                            FindingKind.CALLBACKS,
                            at(9, 1),
                            "callback 1 of socket 's' was given other data",
                            "\"hello\" (68 65 6c 6c 6f) of 5",
                            "\"hullo\" (68 75 6c 6c 6f) of 5"))
            .put(
                    "final-state",
                    finding(FindingKind.FINAL_STATE, at(9, 1), "socket s is in another state", "connected", "closed"))
            .put(
                    "reached",
                    finding(FindingKind.REACHED, at(9, 1), "never reached: SYN retransmitted", "SYN retransmitted", ""))
            .put(
                    "violation",
                    withEvidence(
                            withHint(
                                    finding(
                                            FindingKind.VIOLATION,
                                            at(4, 5),
                                            "WSK-IRP-004: the IRP was freed while it was pending",
                                            "no violation",
                                            "WSK-IRP-004"),
                                    "wait for the completion routine before IoFreeIrp",
                                    "WSK-IRP-004 (using-irps-with-winsock-kernel-functions)"),
                            Samples.TRACE.subList(1, 3)))
            .put(
                    "left-over",
                    finding(
                            FindingKind.LEFT_OVER,
                            at(11, 3),
                            "left over at the end: socket 2 is open",
                            "nothing",
                            "socket 2, open"))
            .put(
                    "bug-check",
                    finding(
                            FindingKind.BUG_CHECK,
                            at(4, 5),
                            "bug check IRQL_NOT_LESS_OR_EQUAL (0xA)",
                            "no bug check",
                            "IRQL_NOT_LESS_OR_EQUAL"))
            .put(
                    "stall",
                    finding(
                            FindingKind.STALL,
                            at(4, 5),
                            "nothing can happen any more",
                            "",
                            "driver waits in WskDeregister for socket 2 to be closed"))
            .put(
                    "not-simulated",
                    finding(
                            FindingKind.NOT_SIMULATED,
                            at(4, 11),
                            "not simulated: WskControlSocket with SO_KEEPALIVE",
                            "",
                            ""))
            .put(
                    "limit",
                    finding(
                            FindingKind.LIMIT,
                            new SourcePosition(Samples.FILE, 0, 0),
                            "the limit of 1,000,000 events was reached",
                            "",
                            ""))
            .put(
                    "decision",
                    finding(
                            FindingKind.DECISION,
                            at(4, 5),
                            "the replayed decision does not fit",
                            "irp.completion-irql",
                            "WskBind.completion"))
            .put(
                    "fault",
                    finding(
                            FindingKind.FAULT,
                            at(4, 5),
                            "fewer calls failed than the fault orders",
                            "1 failed call from call number 2 of WskSend on",
                            "0 failed calls among 1 call of WskSend"))
            .put(
                    "argument",
                    finding(
                            FindingKind.ARGUMENT,
                            SourcePosition.NONE,
                            "RemoteAddress: there is no socket 's' yet",
                            "",
                            ""))
            .buildOrThrow();

    static Stream<String> names() {
        return FINDINGS.keySet().stream();
    }

    private static Verdict verdict(Finding finding) {
        return finding.kind().isInconclusive() ? Verdict.INCONCLUSIVE : Verdict.FAILED;
    }

    @ParameterizedTest
    @MethodSource("names")
    void finding_ofEachKind_readsAsAgreed(String name) throws IOException {
        Finding finding = FINDINGS.get(name);

        Golden.assertMatches("report/" + name + ".txt", NORMAL.of(Samples.result(verdict(finding), finding)));
    }

    @ParameterizedTest
    @EnumSource(FindingKind.class)
    void findingKind_hasAGoldenFile(FindingKind kind) {
        assertThat(FINDINGS.values()).extracting(Finding::kind).contains(kind);
    }

    @Test
    void severalFindings_verbose_readAsAgreed() throws IOException {
        TextReport verbose = new TextReport(Detail.VERBOSE, Emphasis.NONE, Samples.SOURCES, ReplayLine.TYPICAL);
        ScenarioResult result = Samples.result(
                Verdict.FAILED, FINDINGS.get("return"), FINDINGS.get("completion-status"), FINDINGS.get("left-over"));

        Golden.assertMatches("report/several-verbose.txt", verbose.of(result));
    }

    @Test
    void longEvidence_isCutInTheMiddle_unlessVerbose() {
        ImmutableList<TraceEntry> evidence = LongStream.rangeClosed(1, 100)
                .mapToObj(i -> Samples.entry(i, i, i - 1, new Samples.Happened(TraceLayer.NET, 0, 0, "event " + i)))
                .collect(ImmutableList.toImmutableList());
        ScenarioResult result = Samples.result(Verdict.FAILED, withEvidence(FINDINGS.get("return"), evidence));
        TextReport verbose = new TextReport(Detail.VERBOSE, Emphasis.NONE, Samples.SOURCES, ReplayLine.TYPICAL);

        assertThat(NORMAL.of(result))
                .contains("what led there (--verbose shows all 100 entries):\n", "event 6\n      ... 82 more\n")
                .contains("event 89\n")
                .contains("event 100\n")
                .doesNotContain("event 7\n", "event 88\n");
        assertThat(verbose.of(result)).contains("event 9\n", "event 86\n").doesNotContain("more;");
    }

    @Test
    void passed_hasOneLine_andNoneWhenQuiet() {
        ScenarioResult passed = Samples.result(Verdict.PASSED);
        TextReport quiet = new TextReport(Detail.QUIET, Emphasis.NONE, SourceLines.NONE, ReplayLine.TYPICAL);

        assertThat(NORMAL.of(passed)).isEqualTo("passed        a connect is refused  (2.06s of virtual time)\n");
        assertThat(quiet.of(passed)).isEmpty();
        assertThat(quiet.of(Samples.result(Verdict.FAILED, FINDINGS.get("step"))))
                .startsWith("failed        a connect is refused");
    }

    @Test
    void skipped_hasOneLineWithTheReason_alsoWhenQuiet() {
        ScenarioResult skipped = Samples.result(Verdict.SKIPPED);
        TextReport quiet = new TextReport(Detail.QUIET, Emphasis.NONE, SourceLines.NONE, ReplayLine.TYPICAL);
        String line = "skipped       a connect is refused  (except-decisions: the second call has to find the first one"
                + " pending)\n";

        assertThat(NORMAL.of(skipped)).isEqualTo(line);
        assertThat(quiet.of(skipped)).isEqualTo(line);
    }

    @Test
    void hostileName_doesNotReachTheTerminal() {
        ScenarioResult result = Samples.result("a\u001b[2Jb\nc\u202Ed", Verdict.PASSED);

        assertThat(NORMAL.of(result))
                .startsWith("passed        a\uFFFD[2Jb\uFFFDc\uFFFDd  (")
                .hasLineCount(1);
    }

    @Test
    void findingWithALineOnly_liesInTheScenariosFile() {
        Finding finding = finding(FindingKind.VIOLATION, new SourcePosition("", 4, 5), "a rule was broken", "", "");

        assertThat(NORMAL.of(Samples.result(Verdict.FAILED, finding)))
                .contains("  refused.yaml:4:5: a rule was broken")
                .contains("      4 |   - call: WskSocketConnect\n");
    }

    @Test
    void report_inAnyLocale_isTheSame() {
        ScenarioResult result = Samples.result(Verdict.FAILED, FINDINGS.get("completion-status"));
        String expected = NORMAL.of(result);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NORMAL.of(result)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void emphasis_marksPartsAndChangesNothingElse() {
        Emphasis marks = (part, text) -> "<" + part + ">" + text + "</" + part + ">";
        ScenarioResult result = Samples.result(Verdict.FAILED, FINDINGS.get("completion-status"));

        String marked = new TextReport(Detail.NORMAL, marks, Samples.SOURCES, ReplayLine.TYPICAL).of(result);

        assertThat(marked).contains("<FAILED>failed      </FAILED>", "<EXPECTED>expected: </EXPECTED>");
        assertThat(marked.replaceAll("</?[A-Z]+>", "")).isEqualTo(NORMAL.of(result));
    }

    @Test
    void replayLine_namesEverythingThatMatters() {
        ScenarioResult result = Samples.result(Verdict.PASSED);

        assertThat(ReplayLine.TYPICAL.of(result)).isEqualTo("./wsksim run refused.yaml --seed 7 --profile windows-11");
        assertThat(new ReplayLine(DecisionMode.SEEDED, "").of(result))
                .endsWith(" --profile windows-11 --decisions seeded");
        assertThat(new ReplayLine(DecisionMode.REPLAY, "my results/1.json").of(result))
                .endsWith(" --replay 'my results/1.json'");
        assertThat(ReplayLine.TYPICAL.of("it's; rm.yaml", 1, "windows-7"))
                .isEqualTo("./wsksim run 'it'\\''s; rm.yaml' --seed 1 --profile windows-7");
    }

    @Test
    void trace_readsAsAgreed() throws IOException {
        Golden.assertMatches("report/trace.txt", TraceText.of(Samples.TRACE));
    }

    @Test
    void tally_failedWinsOverInconclusive() {
        Tally tally = new Tally();
        assertThat(tally.verdict()).isEqualTo(Verdict.PASSED);
        tally.add(Verdict.INCONCLUSIVE);
        tally.add(Verdict.PASSED);
        assertThat(tally.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(tally.text(Emphasis.NONE)).isEqualTo("1 passed, 1 inconclusive");
        tally.add(Verdict.FAILED);
        assertThat(tally.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(tally.text(Emphasis.NONE)).isEqualTo("1 passed, 1 failed, 1 inconclusive");
        tally.add(Verdict.SKIPPED);
        assertThat(tally.text(Emphasis.NONE)).isEqualTo("1 passed, 1 failed, 1 inconclusive, 1 skipped");
        assertThat(tally.total()).isEqualTo(4);
        assertThat(List.of(Verdict.values())).allMatch(verdict -> tally.count(verdict) == 1);
    }
}
