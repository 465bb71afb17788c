package dev.wsksim.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wsksim.Configuration;
import dev.wsksim.Simulation;
import dev.wsksim.WindowsHost;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.SimulationLoop;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.io.Irp;
import dev.wsksim.kernel.ke.EventType;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.KEvent;
import dev.wsksim.kernel.ke.KernelWaits;
import dev.wsksim.net.host.Host;
import dev.wsksim.net.host.HostAddress;
import dev.wsksim.net.peer.Behaviour;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.net.peer.ScriptedPeer;
import dev.wsksim.trace.TraceDigest;
import dev.wsksim.trace.TraceLog;
import dev.wsksim.verifier.RuleId;
import dev.wsksim.verifier.RulePolicy;
import dev.wsksim.verifier.Verifier;
import dev.wsksim.wsk.client.WskClient;
import dev.wsksim.wsk.provider.WskProvider;
import dev.wsksim.wsk.provider.WskProviderNpi;
import dev.wsksim.wsk.provider.WskRegistration;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class WsksimExtensionTest {
    private static final String SERVER = "192.0.2.20:445";

    private static void listen(Simulation simulation, Host server) {
        new ScriptedPeer(
                simulation.loop(),
                simulation.trace(),
                server,
                445,
                List.of(new ConnectOutcome.Accept(SimDuration.ZERO, null)),
                new Behaviour.Echo());
    }

    static class Parameters {
        private final Simulation made;

        Parameters(Simulation simulation) {
            made = simulation;
        }

        @BeforeEach
        void listens(Simulation simulation, Host server) {
            assertThat(simulation).isSameAs(made);
            listen(simulation, server);
        }

        @WsksimTest
        void all(
                Simulation simulation,
                SimulationLoop loop,
                WindowsHost host,
                Host server,
                WskProvider provider,
                WskRegistration registration,
                WskProviderNpi npi,
                WskClient client,
                Verifier verifier,
                TraceLog trace,
                TraceDigest digest,
                Path folder,
                @TempDir Path real)
                throws IOException {
            assertThat(simulation).isSameAs(made);
            assertThat(loop).isSameAs(simulation.loop());
            assertThat(host.net().name()).isEqualTo("client");
            assertThat(server.name()).isEqualTo("server");
            assertThat(provider).isSameAs(host.wsk());
            assertThat(provider.registrations()).containsExactly(registration);
            assertThat(npi.client()).isSameAs(client);
            assertThat(client.captures()).isEqualTo(1);
            assertThat(verifier.violations()).isEmpty();
            assertThat(trace.entries()).isNotEmpty();
            assertThat(digest.hex()).hasSize(64);
            assertThat(Files.writeString(folder.resolve("a.txt"), "in memory")).exists();
            assertThat(folder.getFileSystem()).isNotEqualTo(FileSystems.getDefault());
            assertThat(real.getFileSystem()).isEqualTo(FileSystems.getDefault());

            assertThat(new Driver(host, npi).connectAndClose(SERVER)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(loop.now()).hasToString("10ms");
        }

        @WsksimTest
        void another_worldIsNew(Simulation simulation, Path folder) throws IOException {
            assertThat(simulation.loop().nowNanos()).isZero();
            try (var files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void parameters_arePartsOfOneWorldPerTest() {
        JupiterRun run = JupiterRun.of(Parameters.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).isEqualTo(2);
    }

    @ExtendWith(WsksimExtension.class)
    static class ForAllOfAClass {
        @BeforeAll
        static void shared(Simulation simulation) {}

        @Test
        void nothing() {}
    }

    @Test
    void parameterOfBeforeAll_isRefusedWithItsReason() {
        assertThat(JupiterRun.of(ForAllOfAClass.class).failure())
                .hasMessageContaining(
                        "each test has a world of its own, so that Simulation can be a parameter of tests");
    }

    static class LeavesASocket {
        @WsksimTest
        void leaves(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi) {
            listen(simulation, server);
            Driver driver = new Driver(host, npi);
            host.io().ioFreeIrp(driver.await(irp -> driver.connect(SERVER, irp)));
        }
    }

    @Test
    void openSocket_failsTheAuditWithEvidenceAndReplay() {
        assertThat(JupiterRun.of(LeavesASocket.class).failure())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("the test passed, but ")
                .hasMessageContaining("WSK-SOCKET-007")
                .hasMessageContaining("what led there:")
                .hasMessageContaining("by then:")
                .hasMessageContaining("see:      WSK-SOCKET-007 ")
                .hasMessageContaining("seed 1, profile windows-11, decisions typical")
                .hasMessageContaining(
                        "replay: @Seed(1) at " + LeavesASocket.class.getName() + "#leaves, or: mvn test -Dtest='"
                                + LeavesASocket.class.getName() + "#leaves' -Dwsksim.seed=1");
    }

    static class LeavesAnIrp {
        @WsksimTest
        void leaves(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
        }
    }

    @Test
    void unfreedIrp_failsTheAudit() {
        assertThat(JupiterRun.of(LeavesAnIrp.class).failure()).hasMessageContaining("WSK-IRP-017");
    }

    static class EndsRaised {
        @WsksimTest
        void raises(WindowsHost host) {
            host.processor().keRaiseIrql(Irql.DISPATCH_LEVEL);
        }
    }

    @Test
    void raisedIrql_failsTheAudit() {
        assertThat(JupiterRun.of(EndsRaised.class).failure())
                .hasMessageContaining("something is left over: raised-irql")
                .hasMessageContaining("is at DISPATCH_LEVEL");
    }

    static class LeavesTwoIrps {
        @WsksimTest
        void leaves(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
            host.io().ioAllocateIrp(1, false);
        }
    }

    @Test
    void ruleBrokenTwice_isExplainedOnce() {
        assertThat(JupiterRun.of(LeavesTwoIrps.class).failure())
                .hasMessageStartingWith("the test passed, but 2 things are not as they should be at its end (0s")
                .satisfies(error -> {
                    assertThat(error.toString().split("WSK-IRP-017: ", -1)).hasSize(3);
                    assertThat(error.toString().split("what led there:", -1)).hasSize(2);
                });
    }

    static class LeavesAnIrpToAfterEach {
        private Irp irp;

        @WsksimTest
        void leaves(WindowsHost host) {
            irp = host.io().ioAllocateIrp(1, false);
        }

        @AfterEach
        void frees(WindowsHost host) {
            host.io().ioFreeIrp(irp);
        }
    }

    @Test
    void audit_comesAfterAfterEach() {
        assertThat(JupiterRun.of(LeavesAnIrpToAfterEach.class).passed()).isEqualTo(1);
    }

    static class WaitsForEver {
        @WsksimTest
        void waits(WindowsHost host) {
            KEvent event = new KEvent(host.waits(), "never", EventType.NotificationEvent, false);
            host.waits()
                    .waitForSingleObject(host.processes().systemThread(), event, KernelWaits.NO_TIMEOUT, status -> {});
        }

        @WsksimTest
        void waitsInside(WindowsHost host) {
            KEvent event = new KEvent(host.waits(), "never", EventType.NotificationEvent, false);
            host.waits().keWaitForSingleObject(event, KernelWaits.NO_TIMEOUT);
        }
    }

    @Test
    void waitWithoutEnd_isNamedByTheAudit() {
        JupiterRun run = JupiterRun.of(WaitsForEver.class);

        assertThat(run.failed()).containsExactlyInAnyOrder("waits(WindowsHost)", "waitsInside(WindowsHost)");
        assertThat(run.messages())
                .anySatisfy(message ->
                        assertThat(message).contains("somebody waits [stall").contains("never"))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("the simulation could not go on")
                        .contains("[stall"));
    }

    static class Fails {
        @WsksimTest
        @Seed(17)
        @Profile(dev.wsksim.Profile.WINDOWS_7)
        @Decisions(Deciding.PENDED)
        void fails(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi) {
            listen(simulation, server);
            assertThat(new Driver(host, npi).connectAndClose(SERVER)).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        }
    }

    @Test
    void failedAssertion_keepsItsPlaceAndItsValues_andTellsWhatHappenedLast() {
        AssertionFailedError error =
                (AssertionFailedError) JupiterRun.of(Fails.class).failure();

        assertThat(error)
                .hasMessageContaining("STATUS_CONNECTION_REFUSED")
                .hasMessageContaining("what happened last, until 10ms:")
                .hasMessageContaining("seed 17, profile windows-7, decisions pended")
                .hasMessageContaining("-Dwsksim.seed=17 -Dwsksim.profile=windows-7 -Dwsksim.decisions=pended");
        assertThat(error.getExpected().getStringRepresentation()).contains("STATUS_CONNECTION_REFUSED");
        assertThat(error.getStackTrace())
                .anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("fails"));
    }

    static class Throws {
        @WsksimTest
        void fails(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
            throw new IllegalStateException("a mistake in the test");
        }
    }

    @Test
    void foreignException_isLeftAsItIs_withTheEvidenceBesideIt() {
        assertThat(JupiterRun.of(Throws.class).failure())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("a mistake in the test")
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .singleElement()
                        .satisfies(evidence -> assertThat(evidence).hasMessageContaining("replay: @Seed(1)")));
    }

    static class StopsWindows {
        @WsksimTest
        void freesTwice(WindowsHost host) {
            Irp irp = host.io().ioAllocateIrp(1, false);
            host.io().ioFreeIrp(irp);
            host.io().ioFreeIrp(irp);
        }
    }

    @Test
    void bugCheck_isNamedWithItsPage() {
        assertThat(JupiterRun.of(StopsWindows.class).failure())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("Windows would stop with ")
                .hasMessageContaining("[bug-check, at 0s]")
                .hasMessageContaining("what led there:");
    }

    static class Aborts {
        @WsksimTest
        void aborts(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
            assumeTrue(false, "not here");
        }
    }

    @Test
    void abortedTest_isNotAudited() {
        JupiterRun run = JupiterRun.of(Aborts.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.results().testEvents().aborted().count()).isEqualTo(1);
    }

    static class Expects {
        @WsksimTest
        @ExpectViolation("WSK-IRP-017")
        void breaksIt(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
        }

        @WsksimTest
        @ExpectViolation("WSK-IRP-017")
        void keepsIt(WindowsHost host) {
            host.io().ioFreeIrp(host.io().ioAllocateIrp(1, false));
        }

        @WsksimTest
        @ExpectViolation(value = "WSK-IRP-017", atMost = 1)
        void breaksItTwice(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
            host.io().ioAllocateIrp(1, false);
        }

        @WsksimTest
        @ExpectViolation("WSK-IRP-017")
        @ExpectViolation("WSK-SOCKET-007")
        void breaksOneOfTwo(WindowsHost host) {
            host.io().ioAllocateIrp(1, false);
        }

        @WsksimTest
        @ExpectViolation("WSK-IRP-999")
        void unknown(WindowsHost host) {}
    }

    @Test
    void expectedViolation_mustOccur_asOftenAsSaid() {
        JupiterRun run = JupiterRun.of(Expects.class);

        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.messages())
                .anySatisfy(message -> assertThat(message)
                        .contains("@ExpectViolation(\"WSK-IRP-017\"): the rule was not broken as often as expected")
                        .contains("expected: at least once")
                        .contains("actual:   not once; no rule was broken"))
                .anySatisfy(message ->
                        assertThat(message).contains("expected: once").contains("actual:   2 times"))
                .anySatisfy(message -> assertThat(message)
                        .contains("@ExpectViolation(\"WSK-SOCKET-007\")")
                        .contains("actual:   not once; broken rules: WSK-IRP-017"))
                .anySatisfy(message -> assertThat(message).contains("there is no rule 'WSK-IRP-999'"));
    }

    @Seed(5)
    @Decisions(Deciding.SEEDED)
    static class SeedOfTheClass {
        @WsksimTest
        void own(Simulation simulation) {
            assertThat(simulation.configuration().seed()).isEqualTo(5);
        }

        @WsksimTest
        @Seed(6)
        void method(Simulation simulation) {
            assertThat(simulation.configuration().seed()).isEqualTo(6);
        }

        @Nested
        class Inner {
            @WsksimTest
            void around(Simulation simulation) {
                assertThat(simulation.configuration().seed()).isEqualTo(5);
            }
        }
    }

    @Test
    void seed_isThatOfTheMethodElseOfTheClassElseOfTheClassAround() {
        assertThat(JupiterRun.of(SeedOfTheClass.class, Map.of("wsksim.seed", "9"))
                        .passed())
                .isEqualTo(3);
    }

    static class FromParameters {
        @WsksimTest
        void played(Simulation simulation) {
            assertThat(simulation.configuration().seed()).isEqualTo(9);
            assertThat(simulation.configuration().profile()).isEqualTo(dev.wsksim.Profile.WINDOWS_7);
        }
    }

    @Test
    void configurationParameters_areThoseOfTheEngine() {
        assertThat(JupiterRun.of(
                                FromParameters.class,
                                Map.of("wsksim.seed", "9", "wsksim.profile", "windows-7", "wsksim.decisions", "inline"))
                        .passed())
                .isEqualTo(1);
        assertThat(JupiterRun.of(FromParameters.class, Map.of("wsksim.profile", "windows-95"))
                        .failure())
                .hasMessageContaining("wsksim.profile is 'windows-95'; it may be windows-7, windows-10");
    }

    static class Completions {
        private static NtStatus returned(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi) {
            listen(simulation, server);
            Driver driver = new Driver(host, npi);
            NtStatus[] returned = new NtStatus[1];
            Irp irp = driver.await(connect -> returned[0] = driver.connect(SERVER, connect));
            host.io().ioFreeIrp(irp);
            return returned[0];
        }

        @WsksimTest
        @ExpectViolation("WSK-SOCKET-007")
        @Decisions(Deciding.INLINE)
        void inline(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi) {
            assertThat(returned(simulation, host, server, npi)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(simulation.loop().now()).hasToString("10ms");
        }

        @WsksimTest
        @ExpectViolation("WSK-SOCKET-007")
        @Decisions(Deciding.DISPATCH)
        void dispatch(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi, TraceLog trace) {
            assertThat(returned(simulation, host, server, npi)).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(trace.entries())
                    .anySatisfy(entry -> assertThat(entry.record().describe()).contains("at DISPATCH_LEVEL"));
        }

        @WsksimTest
        @ExpectViolation("WSK-SOCKET-007")
        @Decisions(Deciding.PENDED)
        void pended(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi, TraceLog trace) {
            assertThat(returned(simulation, host, server, npi)).isEqualTo(NtStatus.STATUS_PENDING);
            assertThat(trace.entries())
                    .noneSatisfy(entry -> assertThat(entry.record().describe()).contains("DISPATCH_LEVEL"));
        }
    }

    @Test
    void decisions_sayWhenIrpsAreCompleted() {
        JupiterRun run = JupiterRun.of(Completions.class);

        assertThat(run.messages()).isEmpty();
        assertThat(run.passed()).isEqualTo(3);
    }

    static class ConfiguredDecisions {
        @RegisterExtension
        static final WsksimExtension WSKSIM = WsksimExtension.builder()
                .configuration(Configuration::withSeededDecisions)
                .build();

        private static final List<String> DIGESTS = new ArrayList<>();

        private static void connect(
                Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi, TraceDigest digest) {
            listen(simulation, server);
            new Driver(host, npi).connectAndClose(SERVER);
            DIGESTS.add(digest.hex());
        }

        @WsksimTest
        void configured(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi, TraceDigest digest) {
            connect(simulation, host, server, npi, digest);
        }

        @WsksimTest
        @Decisions(Deciding.TYPICAL)
        void typical(Simulation simulation, WindowsHost host, Host server, WskProviderNpi npi, TraceDigest digest) {
            connect(simulation, host, server, npi, digest);
        }

        @WsksimTest
        void fails(Simulation simulation) {
            assertThat(simulation).isNull();
        }
    }

    @Test
    void annotation_goesBeforeTheConfiguration() {
        JupiterRun run = JupiterRun.of(ConfiguredDecisions.class);

        assertThat(ConfiguredDecisions.DIGESTS).hasSize(2).doesNotHaveDuplicates();
        assertThat(run.failure()).hasMessageContaining("decisions of the extension's configuration");
    }

    static class NeverEnds {
        @WsksimTest
        void ticks(Simulation simulation) {
            tick(simulation);
        }

        private static void tick(Simulation simulation) {
            simulation.loop().schedule(1_000_000_000, () -> tick(simulation));
        }
    }

    @Test
    void limit_isNamedAtItsTime() {
        assertThat(JupiterRun.of(NeverEnds.class).failure())
                .hasMessageContaining("limit 'virtual-time' of 86400s reached at 86400s [limit, at 86400s]");
    }

    static class WithoutWorld {
        @WsksimTest
        void fails() {
            throw new IllegalStateException("nothing to do with the simulation");
        }
    }

    @Test
    void testThatHasNoPartOfTheWorld_isLeftAlone() {
        assertThat(JupiterRun.of(WithoutWorld.class).failure())
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).isEmpty());
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        private Simulation last;

        @WsksimTest
        void first(Simulation simulation) {
            assertThat(simulation).isNotSameAs(last);
            last = simulation;
        }

        @SeedSweep(2)
        void more(Simulation simulation) {
            first(simulation);
        }
    }

    @ExtendWith(WsksimExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceWithAWorld {
        OneInstanceWithAWorld(Simulation simulation) {}

        @WsksimTest
        void never() {}
    }

    @Test
    void instanceForAllTests_hasNoWorldOfItsOwn() {
        assertThat(JupiterRun.of(OneInstance.class).passed()).isEqualTo(3);
        assertThat(JupiterRun.of(OneInstanceWithAWorld.class).failure())
                .hasMessageContaining("each test has a world of its own");
    }

    static class Configured {
        @RegisterExtension
        static final WsksimExtension WSKSIM = WsksimExtension.builder()
                .configuration(configuration -> configuration.withSeed(33))
                .topology(Configured::lonely)
                .rules(RulePolicy.STRICT.off(new RuleId("WSK-IRP-017"), "leaks are looked for elsewhere"))
                .build();

        private static WindowsHost lonely(Simulation simulation) {
            return simulation.addWindowsHost(
                    simulation.host("lonely", HostAddress.parse("198.51.100.1").orElseThrow()));
        }

        @WsksimTest
        void own(Simulation simulation, WindowsHost host) {
            assertThat(simulation.configuration().seed()).isEqualTo(33);
            assertThat(host.net().name()).isEqualTo("lonely");
            host.io().ioAllocateIrp(1, false);
        }
    }

    static class ConfiguredInAnInstance {
        @RegisterExtension
        final WsksimExtension wsksim =
                WsksimExtension.builder().topology(Configured::lonely).build();

        @WsksimTest
        void own(WindowsHost host) {
            assertThat(host.net().name()).isEqualTo("lonely");
        }

        @WsksimTest
        void noServer(Host server) {}
    }

    @Test
    void registeredExtension_worksInPlaceOfTheOrdinaryOne() {
        assertThat(JupiterRun.of(Configured.class).messages()).isEmpty();

        JupiterRun run = JupiterRun.of(ConfiguredInAnInstance.class);
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failure())
                .hasMessageContaining("is the host named 'server'; this topology has lonely; take the Simulation");
    }

    @ExtendWith(WsksimExtension.class)
    static class Parameterized {
        @ParameterizedTest
        @ValueSource(strings = {"192.0.2.20:445", "192.0.2.20:446"})
        void connects(String remote, Simulation simulation, Host server, WindowsHost host, WskProviderNpi npi) {
            listen(simulation, server);
            assertThat(new Driver(host, npi).connectAndClose(remote))
                    .isEqualTo(remote.endsWith("445") ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_CONNECTION_REFUSED);
        }
    }

    @Test
    void parameterizedTest_hasAWorldForEachInvocation() {
        assertThat(JupiterRun.of(Parameterized.class).passed()).isEqualTo(2);
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class InMemory {
        private static Path last;

        @WsksimTest
        @Order(1)
        void writes(Path folder) {
            last = folder;
            assertThat(folder).isDirectory();
        }

        @Test
        @Order(2)
        void isGone() {
            assertThat(last.getFileSystem().isOpen()).isFalse();
        }
    }

    @Test
    void folder_isGoneAfterTheTest() {
        assertThat(JupiterRun.of(InMemory.class).passed()).isEqualTo(2);
    }
}
