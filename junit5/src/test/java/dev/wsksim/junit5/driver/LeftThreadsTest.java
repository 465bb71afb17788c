package dev.wsksim.junit5.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.google.common.collect.ImmutableList;
import dev.wsksim.Configuration;
import dev.wsksim.junit5.WsksimTest;
import dev.wsksim.junit5.extension.TestSettings;
import dev.wsksim.junit5.extension.TestWorld;
import dev.wsksim.junit5.extension.Topology;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.verifier.RulePolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What becomes of a test whose methods have passed while threads of its driver have not ended. */
class LeftThreadsTest {

    private static final AtomicReference<DriverThread> LEFT_WAITING = new AtomicReference<>();

    /** Both tests would be green if nobody looked at their threads. */
    static class LeavesThreads {
        @WsksimTest
        void waitsForEver(Driver driver) {
            LEFT_WAITING.set(driver.start(
                    "waits",
                    () -> driver.host().waits().keWaitForSingleObject(driver.event("never"), KernelWaits.NO_TIMEOUT)));
            driver.clock().advanceBy("1ms");
            assertThat(LEFT_WAITING.get().isOver()).isFalse();
        }

        @WsksimTest
        void hasNotBegun(Driver driver) {
            driver.start("fails", () -> assertThat(driver.clock().now()).hasToString("never"));
        }
    }

    /** Its first ending, which is done last, must be done although the second one throws. */
    @Test
    void end_whenAnEndingThrows_doesTheOthersAndKeepsWhatTheyThrow() {
        TestWorld world = new TestWorld(new TestSettings(
                "T",
                "t",
                Configuration.DEFAULT,
                Optional.empty(),
                RulePolicy.STRICT,
                Topology.CLIENT_AND_SERVER,
                ImmutableList.of()));
        world.whenOver(() -> {
            throw new IllegalStateException("first");
        });
        world.whenOver(() -> {
            throw new AssertionError("second");
        });

        assertThatThrownBy(world::end)
                .isInstanceOf(AssertionError.class)
                .hasMessage("second")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("first"));
        world.end();
    }

    @Test
    void aTestWhoseThreadsHaveNotEnded_isPlayedOnAndFails() {
        List<Throwable> failures = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(LeavesThreads.class))
                .execute()
                .testEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();

        assertThat(failures)
                .extracting(Throwable::getMessage)
                .hasSize(2)
                .anyMatch(message -> message.contains("all threads wait"))
                .allMatch(message -> message.contains("replay: @Seed(1)"));
        assertThat(LEFT_WAITING.get().isOver()).isTrue();
    }
}
