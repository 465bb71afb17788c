package dev.wsksim.scenario.run;

import static dev.wsksim.scenario.run.SmallWorld.ACCEPTING;
import static dev.wsksim.scenario.run.SmallWorld.CLOSE;
import static dev.wsksim.scenario.run.SmallWorld.CONNECT;
import static dev.wsksim.scenario.run.SmallWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a run that stands still says about who has to do what. */
class StallHintTest {

    private static Finding stall(String text) {
        return run(text).findings().stream()
                .filter(finding -> finding.kind() == FindingKind.STALL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void receive_thatNothingComesFor_asksThePeer() {
        String receive = "  - { call: WskReceive, id: r, on: s, with: { Buffer: 10 } }\n  - await: r\n";

        assertThat(stall(ACCEPTING + CONNECT + receive + CLOSE).hint())
                .startsWith("the peer has to send data or to end its stream")
                .endsWith("or cancel the IRP or close the socket in a step before the one that waits")
                .doesNotContain("waits too");
        assertThat(stall(ACCEPTING.replace("connect: [accept]", "connect: accept, data: [expect: end]")
                                + CONNECT
                                + receive
                                + CLOSE)
                        .hint())
                .contains(", before its act in line 11 that waits too");
    }

    @Test
    void deregister_thatWaitsForTheDriverItself_asksForAStep() {
        assertThat(stall(ACCEPTING + "steps:\n  - call: WskCaptureProviderNPI\n  - call: WskDeregister\n")
                        .hint())
                .isEqualTo("what is waited for needs a step of its own, before the step that waits");
    }

    @Test
    void actOfAnEnd_thatWaits_saysWhatTheOtherEndHasToDo() {
        String world = ACCEPTING.replace("connect: [accept]", "connect: accept, data: [ACT]") + CONNECT;

        assertThat(stall(world.replace("ACT", "expect: end")).hint())
                .isEqualTo("the other end has to end its stream: a driver with WskDisconnect or WskCloseSocket, a"
                        + " script with close");
        assertThat(stall(world.replace("ACT", "receive: hello")).hint())
                .isEqualTo("the other end has to send these bytes: a driver with WskSend, a script with send");
    }
}
