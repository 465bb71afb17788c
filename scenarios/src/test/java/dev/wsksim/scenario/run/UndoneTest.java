package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.scenario.model.LeftOver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What took away what a scenario expects to be left over. */
class UndoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPEN_SOCKET  | socket 1 freed: WskCloseSocket",
                "PENDING_IRP  | IRP 2 completed by WskCloseSocket",
                "UNFREED_IRP  | IoFreeIrp: IRP 2",
                "CAPTURED_NPI | registration 1, client 1: released",
                "REGISTRATION | registration 1, client 1: deregistered"
            })
    void last_ofAKind_isFound(LeftOver kind, String what) {
        ScenarioResult result = run(ACCEPTING + CONNECT + CLOSE);
        long number = Undone.last(kind, result.trace());

        assertThat(result.trace().get((int) number - 1).record().describe()).startsWith(what);
    }

    @ParameterizedTest
    @CsvSource({"CACHED_DESCRIPTOR", "ADDRESS_LIST", "RETAINED_INDICATION", "UNREAD_DATA"})
    void last_ofAKindThatNeverWas_isNone(LeftOver kind) {
        assertThat(Undone.last(kind, run(ACCEPTING + CONNECT + CLOSE).trace())).isZero();
    }
}
