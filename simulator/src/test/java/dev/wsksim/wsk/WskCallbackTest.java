package dev.wsksim.wsk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.wsk.flag.ReceiveEventFlags;
import org.junit.jupiter.api.Test;

class WskCallbackTest {

    /** WskClientEvent is the only one that comes with the registration; no client event is defined today. */
    @Test
    void clientEvent_isOfTheRegistration_andSaysThatItKnowsNoEvent() {
        WskCallback event = WskCallback.byName("WskClientEvent").orElseThrow();

        assertThat(event.table()).isEqualTo("WSK_CLIENT_DISPATCH");
        assertThat(event.enabledBy()).isEqualTo(WskCallback.EnabledBy.REGISTRATION);
        assertThat(event.legalReturns()).contains("STATUS_NOT_IMPLEMENTED");
        assertThat(event.flags()).isEmpty();
    }

    @Test
    void flagsOfReceiveEvent_areThoseOfItsPage() {
        assertThat(WskCallback.WskReceiveEvent.flags())
                .allMatch(name -> !new ReceiveEventFlags(
                                HeaderConstants.constant(name).orElseThrow().intValue())
                        .hasUnknown())
                .contains("WSK_FLAG_RELEASE_ASAP");
    }
}
