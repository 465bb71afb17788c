package dev.wsksim.junit5.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.Wsksim;
import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriverThreadsTest {

    private final Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
    private final WindowsHost host = new TestNetwork(simulation).windows("client", "192.0.2.10");
    private final DriverThreads threads = new DriverThreads(simulation, host);
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void noPlatformThreadIsLeft() {
        threads.close();
        assertThat(aliveWithPrefix("wsksim driver thread client-")).isEmpty();
    }

    private static List<String> aliveWithPrefix(String prefix) {
        Thread[] all = new Thread[Thread.activeCount() + 50];
        int count = Thread.enumerate(all);
        return Arrays.stream(all, 0, count)
                .map(Thread::getName)
                .filter(n -> n.startsWith(prefix))
                .toList();
    }

    private void say(String what) {
        log.add(simulation.loop().now() + " " + host.processor().currentThread().name() + " " + what);
    }

    private void sleep(long millis) {
        host.waits().keDelayExecutionThread(millis * 1_000_000);
    }

    private void await(KEvent event) {
        host.waits().keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT);
    }

    private KEvent event(String name) {
        return new KEvent(host.waits(), name, EventType.SynchronizationEvent, false);
    }

    @Test
    void aThreadThatBeganItsWaitLater_mayGoOnFirst() {
        threads.start("client-a", () -> {
            sleep(10);
            say("wakes");
        });
        threads.start("client-b", () -> {
            sleep(5);
            say("wakes");
            sleep(1);
            say("wakes again");
        });
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("5ms client-b wakes", "6ms client-b wakes again", "10ms client-a wakes");
    }

    @Test
    void twoThreads_passAnEventToAndFro() {
        KEvent ping = event("ping");
        KEvent pong = event("pong");
        threads.start("client-a", () -> {
            for (int i = 0; i < 3; i++) {
                sleep(1);
                say("ping");
                ping.keSetEvent();
                await(pong);
            }
        });
        threads.start("client-b", () -> {
            for (int i = 0; i < 3; i++) {
                await(ping);
                say("pong");
                pong.keSetEvent();
            }
        });
        threads.runUntilAllEnd();

        assertThat(log)
                .containsExactly(
                        "1ms client-a ping",
                        "1ms client-b pong",
                        "2ms client-a ping",
                        "2ms client-b pong",
                        "3ms client-a ping",
                        "3ms client-b pong");
    }

    @Test
    void threadAndIrql_areThoseOfTheBody_andOutsideAgainThoseOfTheLoop() {
        threads.start("client-a", () -> {
            Irql before = host.processor().keRaiseIrql(Irql.APC_LEVEL);
            sleep(1);
            assertThat(host.processor().currentIrql()).isEqualTo(Irql.APC_LEVEL);
            assertThat(host.processor().currentThread().name()).isEqualTo("client-a");
            host.processor().keLowerIrql(before);
        });
        simulation.loop().schedule(500_000, () -> say("at " + host.processor().currentIrql()));
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("500us System at PASSIVE_LEVEL");
        assertThat(host.processor().currentThread().name()).isEqualTo("System");
        assertThat(host.processor().currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
    }

    @Test
    void aBodyThatEndsAtARaisedIrql_failsTheTest() {
        threads.start("client-a", () -> host.processor().keRaiseIrql(Irql.DISPATCH_LEVEL));

        assertThatThrownBy(threads::runUntilAllEnd).hasMessageContaining("ended at DISPATCH_LEVEL");
        assertThat(host.processor().currentIrql()).isEqualTo(Irql.PASSIVE_LEVEL);
    }

    @Test
    void waitingAtDispatchLevel_isABugCheck_outOfTheRun() {
        threads.start("client-a", () -> {
            host.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
            sleep(1);
        });

        assertThatThrownBy(threads::runUntilAllEnd)
                .isInstanceOf(SimulatedBugCheck.class)
                .hasMessageContaining("KeDelayExecutionThread");
    }

    @Test
    void whatABodyThrows_comesOutOfTheRun_andTheOthersGoOn() {
        AssertionError mine = new AssertionError("mine");
        threads.start("client-a", () -> {
            sleep(1);
            throw mine;
        });
        threads.start("client-b", () -> {
            sleep(2);
            say("is well");
        });

        assertThatThrownBy(threads::runUntilAllEnd).isSameAs(mine);
        threads.runUntilAllEnd();
        assertThat(log).containsExactly("2ms client-b is well");
    }

    @Test
    void aCheckedException_isCarriedAsCause() {
        IOException mine = new IOException("mine");
        threads.start("client-a", () -> {
            throw mine;
        });

        assertThatThrownBy(threads::runUntilAllEnd).hasCause(mine).hasMessageContaining("client-a");
    }

    @Test
    void aDeadlock_saysWhoWaitsForWhat() {
        KEvent left = event("left");
        KEvent right = event("right");
        threads.start("client-a", () -> await(left));
        threads.start("client-b", () -> {
            sleep(3);
            await(right);
        });

        assertThatThrownBy(threads::runUntilAllEnd)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("all threads wait, and nothing is left that could happen at 3ms")
                .hasMessageContaining("client-a (4.12) waits for event 'left' since 0s, without a time-out")
                .hasMessageContaining("client-b (4.16) waits for event 'right' since 3ms, without a time-out");
    }

    @Test
    void close_unwindsTheBody_andForgetsItsWait() {
        KEvent never = event("never");
        threads.start("client-a", () -> {
            try {
                await(never);
            } finally {
                say("unwinds");
            }
        });
        assertThat(simulation.loop().run()).isEqualTo(LoopOutcome.STALLED);
        threads.close();

        assertThat(log).hasSize(1);
        assertThat(simulation.loop().waiting()).isEmpty();
        assertThat(never.keSetEvent()).isFalse();
        assertThat(never.keReadStateEvent()).as("nobody has taken the signal").isTrue();
    }

    @Test
    void aBodyThatWaitsAgainWhileItIsEnded_isEndedToo() {
        KEvent never = event("never");
        threads.start("client-a", () -> {
            try {
                await(never);
            } finally {
                sleep(1);
                say("never gets here");
            }
        });
        simulation.loop().run();
        threads.close();

        assertThat(log).isEmpty();
    }

    @Test
    void aThreadThatHasNotBegun_neverBegins() {
        DriverThread thread = threads.start("client-a", () -> say("begins"));
        threads.close();
        simulation.loop().run();

        assertThat(log).isEmpty();
        assertThat(thread.isOver()).isTrue();
    }

    @Test
    void join_waitsForTheEndOfAnotherThread() {
        DriverThread worker = threads.start("client-a", () -> sleep(7));
        threads.start("client-b", () -> {
            worker.join();
            say("goes on");
        });
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("7ms client-b goes on");
    }

    @Test
    void theSimulation_isNotRunFromInside() {
        threads.start("client-a", threads::runUntilAllEnd);

        assertThatThrownBy(threads::runUntilAllEnd)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("runUntilAllEnd runs the simulation, which thread client-a");
    }

    @Test
    void runningToAnInstant_leavesThreadsStanding() {
        threads.start("client-a", () -> {
            sleep(5);
            say("wakes");
        });
        simulation.loop().runUntil(4_999_999);
        assertThat(log).isEmpty();
        assertThat(threads.alive()).hasSize(1);
        simulation.loop().runUntil(5_000_000);
        assertThat(log).hasSize(1);
        assertThat(threads.alive()).isEmpty();
    }

    @Test
    void aBlockingDeregister_holdsNobodyUp() {
        Driver driver = Driver.load(simulation, host);
        Request socket = driver.udpSocket(SocketOptions.NONE).succeeds();
        threads.start("client-a", () -> {
            driver.unload();
            say("is unloaded");
        });
        threads.start("client-b", () -> {
            sleep(5);
            say("closes");
            driver.wskCloseSocket(socket.socket()).succeeds();
        });
        simulation.loop().runUntil(1_000_000);
        assertThat(simulation.loop().now())
                .as("a blocked call does not run the loop further")
                .hasToString("1ms");
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("5ms client-b closes", "5ms client-a is unloaded");
    }

    @Test
    void aSimulation_hasOneSetOfThreadsAtATime() {
        assertThatThrownBy(() -> new DriverThreads(simulation, host)).isInstanceOf(IllegalStateException.class);
        threads.close();
        assertThatThrownBy(() -> threads.start("client-a", () -> {})).hasMessageContaining("are closed");
        try (DriverThreads others = new DriverThreads(simulation, host)) {
            others.start("client-b", () -> say("runs"));
            others.runUntilAllEnd();
        }
        assertThat(log).containsExactly("0s client-b runs");
    }

    @Test
    void zeroDelay_letsOthersGoFirst() {
        threads.start("client-a", () -> {
            sleep(0);
            say("second");
        });
        threads.start("client-b", () -> say("first"));
        threads.runUntilAllEnd();

        assertThat(log).containsExactly("0s client-b first", "0s client-a second");
    }

    /** Random programs of threads that sleep, wait, set and time out: alone or side by side, always the same. */
    @Test
    void randomPrograms_haveTheSameDigest_aloneAndSideBySide() {
        List<String> alone =
                IntStream.range(0, 60).mapToObj(DriverThreadsTest::play).toList();
        List<String> beside = IntStream.range(0, 60)
                .parallel()
                .mapToObj(DriverThreadsTest::play)
                .toList();

        assertThat(beside).isEqualTo(alone);
        assertThat(alone.stream().distinct().count()).isGreaterThan(50);
    }

    private static String play(int seed) {
        Simulation simulation = Wsksim.simulation(Configuration.DEFAULT);
        TraceDigest digest = new TraceDigest();
        simulation.trace().addSink(digest);
        WindowsHost host = new TestNetwork(simulation).windows("client", "192.0.2.10");
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder order = new StringBuilder();
        try (DriverThreads threads = new DriverThreads(simulation, host)) {
            List<KEvent> events = IntStream.range(0, 3)
                    .mapToObj(i -> new KEvent(
                            host.waits(),
                            "e" + i,
                            i == 0 ? EventType.NotificationEvent : EventType.SynchronizationEvent,
                            false))
                    .toList();
            int count = 2 + random.nextInt(5);
            for (int t = 0; t < count; t++) {
                SplittableRandom own = random.split();
                String name = "random-" + t;
                threads.start(name, () -> act(simulation, host, events, own, name, order));
            }
            threads.runUntilAllEnd();
        }
        return digest.hex() + order;
    }

    private static void act(
            Simulation simulation,
            WindowsHost host,
            List<KEvent> events,
            SplittableRandom random,
            String name,
            StringBuilder order) {
        for (int step = 0; step < 20; step++) {
            KEvent event = events.get(random.nextInt(events.size()));
            switch (random.nextInt(4)) {
                case 0 -> host.waits().keDelayExecutionThread(random.nextInt(4) * 1000L);
                case 1 -> event.keSetEvent();
                case 2 -> event.keResetEvent();
                default -> host.waits().keWaitForSingleObject(event, random.nextInt(5) * 1000L);
            }
            assertThat(host.processor().currentThread().name()).isEqualTo(name);
            order.append(name.charAt(7)).append(simulation.loop().nowNanos()).append(' ');
        }
    }

    @Test
    void clock_movedInsideAThread_isRefused() {
        VirtualClock clock = new VirtualClock(simulation.loop(), new TraceLog());
        threads.start("moves the clock", () -> clock.advanceBy("1ms"));

        assertThatThrownBy(threads::runUntilAllEnd)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a callback, a completion routine or a driver thread cannot move it");
    }
}
