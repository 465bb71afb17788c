package dev.wsksim.junit5.driver;

import static dev.wsksim.junit5.assertion.WskAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.WindowsHost;
import dev.wsksim.junit5.Deciding;
import dev.wsksim.junit5.Decisions;
import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.kernel.NtStatus;
import org.junit.jupiter.api.BeforeEach;

/** The parameters of this package, in tests with a world of their own. */
class DriverParametersTest {

    @BeforeEach
    void echo(TestNetwork network) {
        network.echoing("server", 7);
    }

    @WsksimTest
    void allAreOfOneWorld(Driver driver, Driver again, VirtualClock clock, DriverThreads threads, WindowsHost host) {
        assertThat(again).isSameAs(driver);
        assertThat(driver.clock()).isSameAs(clock);
        assertThat(driver.threads()).isSameAs(threads);
        assertThat(driver.host()).isSameAs(host);
    }

    @WsksimTest
    @Decisions(Deciding.INLINE)
    void callsOfTheTest_completeInline_andThoseOfThreadsGoOnBesideIt(Driver driver, VirtualClock clock) {
        StringBuilder log = new StringBuilder();
        driver.start("other", () -> {
            driver.sleep("3ms");
            log.append("other at ").append(clock.now());
        });
        Request connect = driver.wskSocketConnect("192.0.2.20:7");

        assertThat(connect).isCompleted().completedAt("10ms");
        assertThat(log).hasToString("other at 3ms");
        driver.wskCloseSocket(connect.socket()).succeeds();
    }

    @WsksimTest
    @Decisions(Deciding.SEEDED)
    void threads_withSeededDecisions(Driver driver) {
        for (int i = 0; i < 5; i++) {
            driver.start("client " + i, () -> {
                Request connect = driver.wskSocketConnect("192.0.2.20:7").succeeds();
                driver.wskSend(connect.socket(), "hello").succeeds();
                OutputRequest<byte[]> receive =
                        driver.wskReceive(connect.socket(), 5).succeeds();
                assertThat(receive.output()).hasSizeBetween(1, 5);
                driver.wskCloseSocket(connect.socket()).endsWith(NtStatus.STATUS_SUCCESS);
            });
        }
        driver.threads().runUntilAllEnd();
    }
}
