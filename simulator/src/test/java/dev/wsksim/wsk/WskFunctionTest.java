package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.kernel.ke.Irql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry of functions agrees with itself. */
class WskFunctionTest {

    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void requireSimulated_functionThatIsNot_refusedByName(WskFunction function) {
        if (function.support() == Support.NONE) {
            assertThatThrownBy(function::requireSimulated)
                    .isInstanceOf(NotSimulatedException.class)
                    .hasMessageStartingWith(function.name() + " ");
        } else {
            assertThatCode(function::requireSimulated).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void byName_exactSpelling_found(WskFunction function) {
        assertThat(WskFunction.byName(function.name())).contains(function);
        assertThat(function.page()).matches("n[cf]-wsk-.*");
        assertThat(function.maxIrql()).isIn(Irql.PASSIVE_LEVEL, Irql.DISPATCH_LEVEL);
    }

    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void decisions_everySimulatedFunctionWithAnIrpHasItsPoint(WskFunction function) {
        boolean expected = function.takesIrp() && function.support() != Support.NONE;
        assertThat(WskDecisions.byName(function.name() + ".completion").isPresent())
                .isEqualTo(expected);
    }
}
