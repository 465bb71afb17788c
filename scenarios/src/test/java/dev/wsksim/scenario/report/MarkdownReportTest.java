package dev.wsksim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.run.Verdict;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The summary for the page of a job. */
class MarkdownReportTest {
    private static final ReportedCases CASES = new ReportedCases(Detail.NORMAL, SourceLines.NONE, ReplayLine.TYPICAL);

    @Test
    void document_readsAsAgreed() throws IOException {
        Golden.assertMatches("report/summary.md", SampleRun.text(new MarkdownReport(), false));
    }

    @Test
    void skipped_isCountedAndListed_withoutAReport() {
        MarkdownReport report = new MarkdownReport();
        report.add(SampleRun.skipped());

        assertThat(report.text(false))
                .startsWith("## wsksim: 0 passed, 1 skipped\n")
                .contains("| skipped | a connect is refused |")
                .doesNotContain("###");
    }

    @Test
    void interruption_isSaid() {
        assertThat(new MarkdownReport().text(true))
                .isEqualTo("## wsksim: 0 passed\n\nThe run was interrupted: what is cut short is inconclusive.\n");
    }

    @Test
    void wallTime_hasAColumn_onlyWhereItIsKnown() {
        MarkdownReport report = new MarkdownReport();
        SampleRun.cases(OptionalLong.of(1_234_500_000L)).forEach(report::add);

        assertThat(report.text(false))
                .contains("| Virtual time | Wall time | File |\n|---|---|---|---|---|---|\n")
                .contains("| passed | a connect is accepted | 7 | 2.06s | 1.235 s | refused.yaml |")
                .contains("| not run | not begun | 7 |  |  | refused.yaml |");
    }

    @Test
    void longRun_staysBelowTheLimitOfAPage_andSaysWhatIsLeftOut() {
        MarkdownReport report = new MarkdownReport();
        for (int i = 0; i < 3000; i++) {
            report.add(CASES.played(
                    i % 10 == 0
                            ? Samples.result("scenario " + i, Verdict.FAILED, SampleRun.LATE)
                            : Samples.result("scenario " + i, Verdict.PASSED),
                    OptionalLong.empty()));
        }

        String text = report.text(false);

        assertThat(text.length()).isLessThan(1 << 20);
        assertThat(text)
                .startsWith("## wsksim: 2700 passed, 300 failed\n")
                .contains("The reports of 260 more that did not pass are left out here.\n")
                .contains("\n1000 more are left out here.\n")
                .contains("| failed | scenario 2990 |");
    }

    @Test
    void longReport_keepsItsEnd() {
        ReportedCase sample = SampleRun.cases().get(1);
        MarkdownReport report = new MarkdownReport();
        report.add(Samples.saying("line\n".repeat(1000) + "  replay: the command\n\n", sample));

        assertThat(report.text(false)).contains("  ... 801 more lines\n  replay: the command\n```\n");
    }
}
