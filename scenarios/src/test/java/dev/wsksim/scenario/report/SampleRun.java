package dev.wsksim.scenario.report;

import com.google.common.collect.ImmutableList;
import dev.wsksim.scenario.run.Finding;
import dev.wsksim.scenario.run.FindingKind;
import dev.wsksim.scenario.run.Verdict;
import java.util.OptionalLong;

/**
 * A run of six scenarios, one for each thing that can become of one, and one more with a name that means something in
 * every format.
 */
final class SampleRun {
    static final String HOSTILE = "a | b # <c> & \"d\" ]]> \\ `e` *f* _g_ @h ::i,%0A\u001b[2J \uD83D\uDE00 \uFFFE";

    static final Finding LATE = Samples.withEvidence(
            Samples.withHint(
                    Samples.finding(
                            FindingKind.COMPLETION,
                            Samples.at(8, 42),
                            "the IRP completed too late",
                            "after: 30ms",
                            "at 2.05s"),
                    "it completed with the status expected",
                    "nc-wsk-pfn_wsk_socket_connect"),
            Samples.TRACE.subList(0, 8));

    static final Finding VIOLATION = Samples.withHint(
            Samples.finding(
                    FindingKind.VIOLATION,
                    Samples.at(4, 5),
                    "WSK-IRP-004: IRP 1 was used again without IoReuseIrp",
                    "",
                    ""),
            "Call IoReuseIrp, then IoSetCompletionRoutine, then the WSK function.",
            "WSK-IRP-004 A completed own IRP is reinitialised before it is used again [reusing-irps]");

    static final Finding NOT_SIMULATED = Samples.finding(
            FindingKind.NOT_SIMULATED, Samples.at(4, 11), "not simulated: WskSocketConnect with a transport", "", "");

    private static final ReportedCases CASES = new ReportedCases(Detail.NORMAL, Samples.SOURCES, ReplayLine.TYPICAL);

    private SampleRun() {}

    static ImmutableList<ReportedCase> cases() {
        return cases(OptionalLong.empty());
    }

    static ImmutableList<ReportedCase> cases(OptionalLong wallNanos) {
        return ImmutableList.of(
                CASES.played(Samples.result("a connect is accepted", Verdict.PASSED), wallNanos),
                CASES.played(Samples.result("a connect is refused", Verdict.FAILED, LATE), wallNanos),
                CASES.played(Samples.result("an IRP is used again", Verdict.FAILED, VIOLATION, LATE), wallNanos),
                CASES.played(Samples.result("a transport", Verdict.INCONCLUSIVE, NOT_SIMULATED), wallNanos),
                CASES.fault(
                        Samples.scenario("a fault"),
                        3,
                        "windows-7",
                        "AssertionError: socket 3 was closed twice",
                        "fault         a fault\n  wsksim itself is at fault\n"),
                CASES.played(
                        Samples.result(
                                HOSTILE,
                                Verdict.FAILED,
                                Samples.finding(
                                        FindingKind.RETURN,
                                        Samples.at(7, 14),
                                        "title: 50%, ]]> ```",
                                        "a\nb",
                                        "c\n````\nd")),
                        wallNanos),
                CASES.notRun(Samples.scenario("not begun"), 7, "windows-11", "an earlier scenario did not pass"));
    }

    /** A scenario that says that it does not hold under the decisions that were forced. */
    static ReportedCase skipped() {
        return CASES.played(Samples.result(Verdict.SKIPPED), OptionalLong.empty());
    }

    static String text(RunDocument document, boolean interrupted) {
        cases().forEach(document::add);
        return document.text(interrupted);
    }
}
