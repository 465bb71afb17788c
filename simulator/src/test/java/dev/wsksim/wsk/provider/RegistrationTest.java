package dev.wsksim.wsk.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wsksim.engine.LoopOutcome;
import dev.wsksim.engine.SimDuration;
import dev.wsksim.engine.Waiting;
import dev.wsksim.kernel.NtStatus;
import dev.wsksim.kernel.SimulatedBugCheck;
import dev.wsksim.kernel.ke.Irql;
import dev.wsksim.kernel.ke.WaitAbandonedException;
import dev.wsksim.kernel.ps.EThread;
import dev.wsksim.kernel.ps.ProcessTable;
import dev.wsksim.net.peer.ConnectOutcome;
import dev.wsksim.testing.RecordedCall;
import dev.wsksim.testing.WorldSetup;
import dev.wsksim.testing.WskWorld;
import dev.wsksim.wsk.Variable;
import dev.wsksim.wsk.Ws2def;
import dev.wsksim.wsk.Wsk;
import dev.wsksim.wsk.socket.ConnectionSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The five registration functions, and above all what they wait for. */
class RegistrationTest {

    private static final WorldSetup LATE =
            WorldSetup.PLAIN.unregistered(SimDuration.ofMillis(500), WskProviderCharacteristics.VERSION_1_0);

    @Test
    void capture_providerNotReady_noWaitFailsAtOnce() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            assertThat(capture(world, registration, Wsk.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
            assertThat(world.loop.now()).hasToString("0s");
            assertThat(world.client.wsk().wskQueryProviderCharacteristics(registration, new Variable<>()))
                    .isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
            world.client.wsk().wskDeregister(registration);
        });
    }

    /** The page of WskRegister names no status for either: an assumption, OQ-50. */
    @Test
    void register_anyVersionAndReserved_succeeds() {
        for (WskClientDispatch asked : List.of(
                WskClientDispatch.version(0),
                WskClientDispatch.version(Wsk.makeWskVersion(99, 9)),
                new WskClientDispatch(WskProviderCharacteristics.VERSION_1_0.highestVersion(), 7))) {
            WskWorld.play(LATE, world -> {
                WskRegistration registration = new WskRegistration();
                assertThat(world.client.wsk().wskRegister(new WskClientNpi(null, asked), registration))
                        .isEqualTo(NtStatus.STATUS_SUCCESS);
                world.client.wsk().wskDeregister(registration);
            });
        }
    }

    @Test
    void capture_finiteWait_timesOutExactly() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            assertThat(capture(world, registration, 499)).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
            assertThat(world.loop.now()).hasToString("499ms");
            world.client.wsk().wskDeregister(registration);
        });
    }

    @Test
    void capture_finiteWaitThatEndsWithTheProvider_succeeds() {
        for (long wait : new long[] {500, 501, 60_000}) {
            WskWorld.play(LATE, world -> {
                WskRegistration registration = registered(world);
                assertThat(capture(world, registration, wait)).isEqualTo(NtStatus.STATUS_SUCCESS);
                assertThat(world.loop.now()).hasToString("500ms");
                release(world, registration);
                world.client.wsk().wskDeregister(registration);
                assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
                assertThat(world.loop.now()).as("no timer is left").hasToString("500ms");
            });
        }
    }

    @Test
    void capture_infiniteWait_succeedsWhenTheProviderComes() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            assertThat(capture(world, registration, Wsk.WSK_INFINITE_WAIT)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.loop.now()).hasToString("500ms");
            release(world, registration);
            world.client.wsk().wskDeregister(registration);
        });
    }

    @Test
    void capture_withAWaitAboveApcLevel_bugCheckButNoWaitIsAllowed() {
        WskWorld.play(world -> {
            WskRegistration registration = registered(world);
            var processor = world.client.processor();
            assertThatThrownBy(() -> processor.runAt(Irql.DISPATCH_LEVEL, null, () -> capture(world, registration, 5)))
                    .isInstanceOf(SimulatedBugCheck.class);
            processor.runAt(
                    Irql.DISPATCH_LEVEL,
                    null,
                    () -> assertThat(capture(world, registration, Wsk.WSK_NO_WAIT))
                            .isEqualTo(NtStatus.STATUS_SUCCESS));
            processor.runAt(Irql.DISPATCH_LEVEL, null, () -> release(world, registration));
            assertThatThrownBy(() -> processor.runAt(
                            Irql.DISPATCH_LEVEL, null, () -> world.client.wsk().wskDeregister(registration)))
                    .isInstanceOf(SimulatedBugCheck.class);
            world.client.wsk().wskDeregister(registration);
        });
    }

    @Test
    void capture_versionOutsideTheRange_noInterfaceAndTheRangeCanBeAsked() {
        WorldSetup newer = WorldSetup.PLAIN.unregistered(
                SimDuration.ZERO, new WskProviderCharacteristics(Wsk.makeWskVersion(2, 1), Wsk.makeWskVersion(2, 0)));
        WskWorld.play(newer, world -> {
            WskRegistration registration = registered(world);
            assertThat(capture(world, registration, Wsk.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_NOINTERFACE);
            Variable<WskProviderCharacteristics> range = new Variable<>();
            assertThat(world.client.wsk().wskQueryProviderCharacteristics(registration, range))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            world.client.wsk().wskDeregister(registration);
            WskRegistration again = new WskRegistration();
            int lowest = range.get().lowestVersion();
            world.client.wsk().wskRegister(new WskClientNpi(null, WskClientDispatch.version(lowest)), again);
            Variable<WskProviderNpi> npi = new Variable<>();
            assertThat(world.client.wsk().wskCaptureProviderNpi(again, Wsk.WSK_NO_WAIT, npi))
                    .isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(npi.get().dispatch().version()).isGreaterThanOrEqualTo(lowest);
            release(world, again);
            world.client.wsk().wskDeregister(again);
        });
    }

    @Test
    void capture_nested_everyOneNeedsItsRelease() {
        WskWorld.play(world -> {
            assertThat(capture(world, world.registration, Wsk.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_SUCCESS);
            release(world, world.registration);
            assertThat(world.connect().call().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            release(world, world.registration);
            assertThat(world.connect().call().expectUntouched().returned()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            release(world, world.registration);
            assertThat(world.records(RegistrationMisused.class)).hasSize(1);
        });
    }

    @Test
    void capture_afterDeregisterBegan_deviceNotReady() {
        WskWorld.play(world -> {
            List<String> returned = new ArrayList<>();
            world.client.wsk().wskDeregister(world.registration, () -> returned.add("deregistered"));
            assertThat(capture(world, world.registration, Wsk.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
            assertThat(capture(world, world.registration, Wsk.WSK_INFINITE_WAIT))
                    .isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
            release(world, world.registration);
            assertThat(returned).isEmpty();
            world.run();
            assertThat(returned).containsExactly("deregistered");
            assertThat(capture(world, world.registration, Wsk.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        });
    }

    @Test
    void capture_blockedWhenDeregisterComes_isReleasedAtOnce() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            WskRegistration other = registered(world);
            List<String> events = new ArrayList<>();
            world.client
                    .wsk()
                    .wskCaptureProviderNpi(
                            registration,
                            Wsk.WSK_INFINITE_WAIT,
                            new Variable<>(),
                            status -> events.add(world.loop.now() + " first " + status));
            world.client
                    .wsk()
                    .wskCaptureProviderNpi(
                            other,
                            Wsk.WSK_INFINITE_WAIT,
                            new Variable<>(),
                            status -> events.add(world.loop.now() + " other " + status));
            world.in(
                    100,
                    () -> world.client
                            .wsk()
                            .wskDeregister(registration, () -> events.add(world.loop.now() + " deregistered")));
            world.run();
            assertThat(events)
                    .containsExactly(
                            "100ms first STATUS_DEVICE_NOT_READY", "100ms deregistered", "500ms other STATUS_SUCCESS");
            release(world, other);
            world.client.wsk().wskDeregister(other);
        });
    }

    @Test
    void functionsThatBlock_goOnInTheThreadThatCalledThem() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            ProcessTable processes = world.client.processes();
            EThread worker = processes.createThread(processes.systemProcess(), "worker");
            List<EThread> threads = new ArrayList<>();
            Runnable note = () -> threads.add(world.client.processor().currentThread());
            world.client
                    .processor()
                    .runAt(
                            Irql.PASSIVE_LEVEL,
                            worker,
                            () -> world.client
                                    .wsk()
                                    .wskCaptureProviderNpi(
                                            registration,
                                            Wsk.WSK_INFINITE_WAIT,
                                            new Variable<>(),
                                            status -> note.run()));
            world.run();
            world.client
                    .processor()
                    .runAt(Irql.PASSIVE_LEVEL, worker, () -> world.client.wsk().wskDeregister(registration, note));
            release(world, registration);
            world.run();
            assertThat(threads).containsExactly(worker, worker);
        });
    }

    @Test
    void capture_endedByDeregister_returnsAfterTheCallThatEndedIt() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            List<String> events = new ArrayList<>();
            world.client
                    .wsk()
                    .wskCaptureProviderNpi(
                            registration,
                            Wsk.WSK_INFINITE_WAIT,
                            new Variable<>(),
                            status -> events.add("captured " + status));
            world.client.wsk().wskDeregister(registration, () -> events.add("deregistered"));
            assertThat(events).isEmpty();
            world.run();
            assertThat(events).containsExactly("captured STATUS_DEVICE_NOT_READY", "deregistered");
        });
    }

    @Test
    void capture_deregisteredByAnotherCapturesReturn_returnsOnlyOnce() {
        WskWorld.play(LATE, world -> {
            WskRegistration first = registered(world);
            WskRegistration second = registered(world);
            List<NtStatus> returned = new ArrayList<>();
            world.client
                    .wsk()
                    .wskCaptureProviderNpi(
                            first,
                            Wsk.WSK_INFINITE_WAIT,
                            new Variable<>(),
                            status -> world.client.wsk().wskDeregister(second, () -> {}));
            world.client.wsk().wskCaptureProviderNpi(second, 1000, new Variable<>(), returned::add);
            world.run();
            assertThat(returned).containsExactly(NtStatus.STATUS_DEVICE_NOT_READY);
            release(world, first);
            world.client.wsk().wskDeregister(first);
        });
    }

    @Test
    void capture_providerNeverComes_infiniteWaitIsAStallWithAName() {
        WskWorld.play(LATE, world -> {
            WskRegistration registration = registered(world);
            world.client
                    .wsk()
                    .wskCaptureProviderNpi(registration, Wsk.WSK_INFINITE_WAIT, new Variable<>(), status -> {});
            assertThat(world.loop.waiting())
                    .singleElement()
                    .extracting(Waiting::describe)
                    .asString()
                    .contains("WskCaptureProviderNPI")
                    .contains("without limit");
            world.client.wsk().wskDeregister(registration);
            assertThat(world.loop.waiting()).isEmpty();
        });
    }

    @Test
    void deregister_nothingHeld_returnsAtOnce() {
        WskWorld.play(world -> {
            release(world, world.registration);
            world.runFor(7);
            world.client.wsk().wskDeregister(world.registration);
            assertThat(world.loop.now()).hasToString("7ms");
            assertThat(world.registration.state()).isEqualTo(WskRegistration.State.DEREGISTERED);
        });
    }

    @Test
    void deregister_waitsForTheCapture() {
        WskWorld.play(world -> {
            world.in(30, () -> release(world, world.registration));
            world.client.wsk().wskDeregister(world.registration);
            assertThat(world.loop.now()).hasToString("30ms");
        });
    }

    @Test
    void deregister_waitsForTheOpenSocket() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.sockets().made(Ws2def.AF_INET);
            release(world, world.registration);
            world.in(40, () -> world.sockets().close(socket));
            List<String> waits = new ArrayList<>();
            world.in(20, () -> waits.addAll(world.wskClient.deregisterWaitsFor()));
            world.client.wsk().wskDeregister(world.registration);
            assertThat(world.loop.now()).hasToString("40ms");
            assertThat(waits).containsExactly("1 open socket");
        });
    }

    @Test
    void deregister_waitsForThePendingIrp() {
        WskWorld.play(WorldSetup.PLAIN.peer(new ConnectOutcome.Ignore(ConnectOutcome.ALL)), world -> {
            RecordedCall call = world.connect().call();
            release(world, world.registration);
            world.client.wsk().wskDeregister(world.registration);
            assertThat(world.loop.now()).hasToString("21s");
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_IO_TIMEOUT);
        });
    }

    @Test
    void deregister_waitsForTheCallInProgress() {
        WorldSetup inline = WorldSetup.PLAIN
                .decide("WskSocketConnect.completion", "inline")
                .peer(new ConnectOutcome.Refuse(ConnectOutcome.ALL));
        WskWorld.play(inline, world -> {
            List<String> events = new ArrayList<>();
            world.in(3, () -> {
                release(world, world.registration);
                world.client
                        .wsk()
                        .wskDeregister(world.registration, () -> events.add("deregistered " + world.loop.now()));
                events.addAll(world.wskClient.deregisterWaitsFor());
            });
            world.connect().call();
            events.add("returned " + world.loop.now());
            world.run();
            assertThat(events)
                    .containsExactly(
                            "1 call in progress",
                            "1 open socket",
                            "1 pending IRP",
                            "returned 2.01s",
                            "deregistered 2.01s");
        });
    }

    @Test
    void deregister_waitsForAllOfThem_untilTheLast() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            world.in(10, () -> world.sockets().close(socket));
            world.in(50, () -> release(world, world.registration));
            world.client.wsk().wskDeregister(world.registration);
            assertThat(world.loop.now()).hasToString("52ms");
        });
    }

    @Test
    void deregister_thatNothingCanEnd_isAStallThatSaysWhy() {
        WskWorld.play(world -> {
            ConnectionSocket socket = world.connect().call().await().socket();
            assertThatThrownBy(() -> world.client.wsk().wskDeregister(world.registration))
                    .isInstanceOf(WaitAbandonedException.class)
                    .hasMessageContaining("waits in WskDeregister for 1 captured provider NPI, 1 open socket");
            assertThat(world.loop.run()).isEqualTo(LoopOutcome.STALLED);
            assertThat(world.loop.waiting())
                    .singleElement()
                    .extracting(Waiting::describe)
                    .asString()
                    .isEqualTo("System waits in WskDeregister for 1 captured provider NPI, 1 open socket");
            world.sockets().close(socket).await();
            release(world, world.registration);
            assertThat(world.loop.run()).isEqualTo(LoopOutcome.DRAINED);
        });
    }

    @Test
    void deregister_twiceOrBlank_isReportedAndReturns() {
        WskWorld.play(world -> {
            release(world, world.registration);
            world.client.wsk().wskDeregister(world.registration);
            world.client.wsk().wskDeregister(world.registration);
            world.client.wsk().wskDeregister(new WskRegistration());
            assertThat(world.records(RegistrationMisused.class)).hasSize(2);
        });
    }

    @Test
    void register_theSameBlockAgainAfterDeregister_isFresh() {
        WskWorld.play(world -> {
            release(world, world.registration);
            world.client.wsk().wskDeregister(world.registration);
            world.client.wsk().wskRegister(WskWorld.clientNpi(), world.registration);
            assertThat(capture(world, world.registration, Wsk.WSK_NO_WAIT)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(world.registration.client()).isNotSameAs(world.wskClient);
            release(world, world.registration);
        });
    }

    @Test
    void twoRegistrations_areIndependent() {
        WskWorld.play(world -> {
            WskRegistration other = registered(world);
            capture(world, other, Wsk.WSK_NO_WAIT);
            release(world, other);
            world.client.wsk().wskDeregister(other);
            assertThat(world.connect().call().await().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        });
    }

    private static WskRegistration registered(WskWorld world) {
        WskRegistration registration = new WskRegistration();
        assertThat(world.client.wsk().wskRegister(WskWorld.clientNpi(), registration))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        return registration;
    }

    private static NtStatus capture(WskWorld world, WskRegistration registration, long wait) {
        return world.client.wsk().wskCaptureProviderNpi(registration, wait, new Variable<>());
    }

    private static void release(WskWorld world, WskRegistration registration) {
        world.client.wsk().wskReleaseProviderNpi(registration);
    }
}
