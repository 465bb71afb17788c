package dev.wsksim.junit5.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.testkit.engine.EngineTestKit;

class ParameterNamesTest {

    @Test
    void known_areTaken() {
        assertThatCode(() -> ParameterNames.requireKnown(
                        Set.of("wsksim.seed", "wsksim.parallel.config.strategy", "junit.jupiter.execution"),
                        Set.of("wsksim.decisions", "java.home")))
                .doesNotThrowAnyException();
    }

    @Test
    void misspelt_saysWhichWasMeant() {
        assertThatThrownBy(() -> ParameterNames.requireKnown(Set.of("wsksim.decision"), Set.of()))
                .isInstanceOf(JUnitException.class)
                .hasMessage("there is no configuration parameter wsksim.decision; did you mean wsksim.decisions?");
    }

    @Test
    void unknown_saysWhichThereAre() {
        assertThatThrownBy(() -> ParameterNames.requireKnown(Set.of("wsksim.colour-of-the-report"), Set.of()))
                .hasMessageContaining("there are wsksim.seed, wsksim.profile,");
    }

    @Test
    void systemProperty_misspelt_isRefused_andOneOfSomebodyElseIsNot() {
        assertThatThrownBy(() -> ParameterNames.requireKnown(Set.of(), Set.of("wsksim.sed")))
                .hasMessageContaining("did you mean wsksim.seed?");
        assertThatCode(() ->
                        ParameterNames.requireKnown(Set.of("wsksim.golden"), Set.of("wsksim.golden", "wsksim.program")))
                .doesNotThrowAnyException();
    }

    @Test
    void engine_refusesWhatItDoesNotKnow() {
        EngineTestKit.Builder run =
                EngineTestKit.engine(ScenarioTestEngine.ID).configurationParameter("wsksim.profil", "windows-7");

        assertThatThrownBy(run::execute).hasStackTraceContaining("did you mean wsksim.profile?");
    }
}
