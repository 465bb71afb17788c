package dev.wsksim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulatedBugCheckTest {

    @Test
    void message_saysCodeParametersDeedAndPage() {
        SimulatedBugCheck stop = new SimulatedBugCheck(
                BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION, "0x06", "IRP 1 was completed", "nf-wdm-iofreeirp");
        assertThat(stop)
                .hasMessage("bug check 0xC9 DRIVER_VERIFIER_IOMANAGER_VIOLATION (0x06): IRP 1 was completed"
                        + " [nf-wdm-iofreeirp]");
        assertThat(stop.code()).isEqualTo(BugCheck.DRIVER_VERIFIER_IOMANAGER_VIOLATION);
        assertThat(stop.parameters()).isEqualTo("0x06");
        assertThat(stop.what()).isEqualTo("IRP 1 was completed");
        assertThat(stop.page()).isEqualTo("nf-wdm-iofreeirp");
    }

    @Test
    void message_withoutParameters_hasNoEmptyBrackets() {
        SimulatedBugCheck stop =
                new SimulatedBugCheck(BugCheck.NO_MORE_IRP_STACK_LOCATIONS, "", "IRP 2 has no location", "p");
        assertThat(stop).hasMessage("bug check 0x35 NO_MORE_IRP_STACK_LOCATIONS: IRP 2 has no location [p]");
    }
}
