package dev.wsksim.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.wsk.provider.WskProviderNpi;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class SeedSweepTest {

    static class FailsWithSome {
        private final Simulation made;

        FailsWithSome(Simulation simulation) {
            made = simulation;
        }

        @SeedSweep(value = 10, first = 5)
        void multiplesOfFour(Simulation simulation, WindowsHost host) {
            assertThat(simulation).isSameAs(made);
            long seed = simulation.configuration().seed();
            assertThat(seed).isNotEqualTo(8);
            if (seed == 12) {
                host.io().ioAllocateIrp(1, false);
            }
        }
    }

    @Test
    void sweep_isATestForEachSeed_andNamesThoseThatFail() {
        JupiterRun run = JupiterRun.of(FailsWithSome.class);

        assertThat(run.passed()).isEqualTo(8);
        assertThat(run.failed()).containsExactly("seed 8", "seed 12");
        assertThat(run.messages())
                .allSatisfy(message -> assertThat(message).contains("#multiplesOfFour' -Dwsksim.seed="));
        assertThat(run.reports()).contains(Map.of("wsksim.failed-seeds", "2 of 10 seeds failed: 8, 12"));
    }

    @Test
    void seedParameter_playsThatSeedOnly() {
        JupiterRun run = JupiterRun.of(FailsWithSome.class, Map.of("wsksim.seed", "12"));

        assertThat(run.failed()).containsExactly("seed 12");
        assertThat(run.passed()).isZero();
    }

    static class Pinned {
        @SeedSweep(1000)
        @Seed(77)
        void once(Simulation simulation) {
            assertThat(simulation.configuration().seed()).isEqualTo(77);
        }
    }

    @Test
    void seedBesideASweep_playsThatSeedOnly() {
        assertThat(JupiterRun.of(Pinned.class).passed()).isEqualTo(1);
    }

    @Seed(77)
    static class SeedOfTheClass {
        @SeedSweep(3)
        void swept(Simulation simulation) {
            assertThat(simulation.configuration().seed()).isLessThan(4);
        }

        @WsksimTest
        void other(Simulation simulation) {
            assertThat(simulation.configuration().seed()).isEqualTo(77);
        }
    }

    @Test
    void seedOfTheClass_isForItsOtherTests() {
        assertThat(JupiterRun.of(SeedOfTheClass.class).passed()).isEqualTo(4);
    }

    static class WithAnExtensionOfItsOwn {
        @RegisterExtension
        static final WsksimExtension WSKSIM = WsksimExtension.builder().build();

        @SeedSweep(4)
        void leaksWithTwo(Simulation simulation, WindowsHost host) {
            if (simulation.configuration().seed() == 2) {
                host.io().ioAllocateIrp(1, false);
            }
        }
    }

    @Test
    void sweepWithAnExtensionOfTheClass_namesSeedsWhoseAuditFails() {
        JupiterRun run = JupiterRun.of(WithAnExtensionOfItsOwn.class);

        assertThat(run.failed()).containsExactly("seed 2");
        assertThat(run.reports()).contains(Map.of("wsksim.failed-seeds", "1 of 4 seeds failed: 2"));
    }

    static class Empty {
        @SeedSweep(0)
        void never() {}
    }

    @Test
    void sweepWithoutSeeds_isRefused() {
        assertThat(JupiterRun.of(Empty.class).failure()).hasMessageContaining("@SeedSweep(0) has no seed to play");
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class Thousand {
        private static final SortedMap<Long, String> DIGESTS = new ConcurrentSkipListMap<>();
        private static final AtomicInteger RUNNING = new AtomicInteger();
        private static final AtomicInteger MOST_RUNNING = new AtomicInteger();

        @SeedSweep(1000)
        @Decisions(Deciding.SEEDED)
        void connects(Simulation simulation, Host server, WindowsHost host, WskProviderNpi npi, TraceDigest digest) {
            MOST_RUNNING.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            new ScriptedPeer(
                    simulation.loop(),
                    simulation.trace(),
                    server,
                    445,
                    List.of(new ConnectOutcome.Accept(SimDuration.ZERO, null), new ConnectOutcome.Refuse(1)),
                    new Behaviour.Echo());
            Driver driver = new Driver(host, npi);
            driver.connectAndClose("192.0.2.20:445");
            driver.connectAndClose("192.0.2.20:445");
            DIGESTS.put(simulation.configuration().seed(), digest.hex());
            RUNNING.decrementAndGet();
        }
    }

    @Test
    void thousandTestsSideBySide_haveTheDigestsOfThoseOneByOne() {
        Thousand.DIGESTS.clear();
        assertThat(JupiterRun.of(Thousand.class).passed()).isEqualTo(1000);
        SortedMap<Long, String> oneByOne = new ConcurrentSkipListMap<>(Thousand.DIGESTS);
        assertThat(Thousand.MOST_RUNNING.get()).isEqualTo(1);

        Thousand.DIGESTS.clear();
        JupiterRun sideBySide = JupiterRun.of(
                Thousand.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "4"));
        assertThat(sideBySide.passed()).isEqualTo(1000);
        assertThat(Thousand.MOST_RUNNING.get()).isGreaterThan(1);

        assertThat(Thousand.DIGESTS).hasSize(1000).isEqualTo(oneByOne);
        assertThat(oneByOne.values().stream().distinct().count()).isGreaterThan(100);
    }
}
