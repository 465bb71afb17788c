package dev.wsksim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.model.LeftOver;
import dev.wsksim.scenario.run.FindingKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code explain} of the words of reports. */
class ReportWordsTest {
    private final Shell shell = new Shell();

    @ParameterizedTest
    @EnumSource
    void explain_leftOver_saysWhatEndsItAndHowItIsExpected(LeftOver left) {
        assertThat(shell.run("explain", left.word())).as(shell.err()).isZero();
        assertThat(shell.out()).contains("What ends it\n", "  expect:\n    left-over: [" + left.word() + "]\n");
    }

    @ParameterizedTest
    @EnumSource
    void explain_findingKind_saysWhatBecomesOfTheRun(FindingKind kind) {
        assertThat(shell.run("explain", kind.label())).as(shell.err()).isZero();
        assertThat(shell.out())
                .contains(kind.label() + "  a kind of finding\n", kind.isInconclusive() ? "inconclusive" : "has failed");
    }
}
