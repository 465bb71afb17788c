package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.kernel.io.IrpCompleted;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.scenario.run.RunOptions.DecisionMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Completions that are forced: each IRP alike, and the same end. */
class ForcedCompletionsTest {

    private static final String TEXT = StreamWorld.ECHO
            + SmallWorld.CONNECT.replace("    returns: STATUS_PENDING\n", "")
            + StreamWorld.SEND_HELLO
            + CLOSE
            + "expect: { final: { s: { state: closed } } }\n";

    private static ScenarioResult run(DecisionMode mode) {
        return SmallWorld.run(TEXT, RunOptions.DEFAULT.withDecisions(mode));
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionMode.class,
            names = {"INLINE", "PENDED", "DISPATCH"})
    void completion_inEveryMode_comesToTheSameEnd(DecisionMode mode) {
        assertThat(run(mode).findings()).isEmpty();
    }

    @Test
    void completion_pended_isAtTheIrqlOfTheMode() {
        assertThat(irqls(DecisionMode.PENDED)).containsOnly(Irql.PASSIVE_LEVEL);
        assertThat(irqls(DecisionMode.DISPATCH)).containsOnly(Irql.DISPATCH_LEVEL);
    }

    @Test
    void completion_inline_comesBeforeTheReturn() {
        assertThat(run(DecisionMode.INLINE).trace())
                .noneMatch(entry -> entry.record().describe().contains("returned STATUS_PENDING"));
        assertThat(run(DecisionMode.PENDED).trace())
                .anyMatch(entry -> entry.record().describe().contains("WskSend returned STATUS_PENDING"));
    }

    private static List<Irql> irqls(DecisionMode mode) {
        return run(mode).trace().stream()
                .filter(entry -> entry.record() instanceof IrpCompleted)
                .map(entry -> ((IrpCompleted) entry.record()).irql())
                .toList();
    }
}
