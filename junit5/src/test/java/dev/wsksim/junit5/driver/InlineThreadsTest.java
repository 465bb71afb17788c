package dev.wsksim.junit5.driver;

import static dev.wsksim.junit5.assertion.WskAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.engine.DecisionPoint;
import dev.wsksim.engine.DecisionPolicy;
import dev.wsksim.junit5.WsksimExtension;
import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.wsk.WskDecisions;
import dev.wsksim.wsk.WskFunction;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls of driver threads that complete their IRPs inline, or cannot. */
class InlineThreadsTest {

    @RegisterExtension
    static final WsksimExtension WSKSIM = WsksimExtension.builder()
            .configuration(ordinary -> ordinary.withDecisions(InlineThreadsTest::inlineWhoeverCalls))
            .build();

    private final List<String> log = new ArrayList<>();

    @WsksimTest
    void aCallThatNothingCanBringToItsEnd_goesOnPending(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        driver.start("reader", () -> {
            ConnectionSocket socket =
                    driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
            log.add("connected at " + driver.clock().now());
            Request receive = driver.wskReceive(socket, 100);
            assertThat(receive).isPending();
            receive.cancel();
            assertThat(receive.await()).completedWith(NtStatus.STATUS_CANCELLED);
            driver.wskCloseSocket(socket).succeeds();
            log.add("closed");
        });

        driver.threads().runUntilAllEnd();

        assertThat(log).containsExactly("connected at 10ms", "closed");
    }

    private static int inlineWhoeverCalls(DecisionPoint point, int count, long subject) {
        if (WskFunction.isCompletionPoint(point)) {
            return WskFunction.INLINE;
        }
        return point.name().equals(WskDecisions.INLINE_WAIT.name())
                ? WskDecisions.UNTIL_THE_OUTCOME
                : DecisionPolicy.TYPICAL.choose(point, count, subject);
    }

    /** Each goes on without only when the others cannot bring about what it waits for. */
    @WsksimTest
    void theOneThatWaitsFirst_goesOnFirst_andEndsWhatTheOtherWaitsFor(Driver driver, TestNetwork network) {
        network.echoing("server", 7);
        ConnectionSocket socket =
                driver.wskSocketConnect("192.0.2.20:7").succeeds().connectionSocket();
        driver.start("sender", () -> {
            Request first = driver.wskReceive(socket, 5);
            log.add(first.isPending() ? "first receive pends" : "first receive is completed");
            driver.wskSend(socket, "helloworld").succeeds();
            first.succeeds();
        });
        driver.start("reader", () -> {
            Request second = driver.wskReceive(socket, 5);
            log.add(second.isPending() ? "second receive pends" : "second receive is completed");
            second.succeeds();
        });

        driver.threads().runUntilAllEnd();
        driver.wskCloseSocket(socket).succeeds();

        assertThat(log).containsExactly("first receive pends", "second receive is completed");
    }
}
